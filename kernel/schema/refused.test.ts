import { expect, test } from 'vitest'
import { isAnswer, type RefusalKind, Refused } from './refused.ts'

test('what is broken or busy just now is no answer, and neither is an error of the program', () => {
  const kinds = ['refused', 'invalid', 'missing', 'conflict', 'unauthenticated', 'throttled', 'broken'] as const
  const answers = (kinds satisfies readonly RefusalKind[]).filter(kind => isAnswer(new Refused('x', {}, { kind })))
  expect(answers).toEqual(['refused', 'invalid', 'missing', 'conflict', 'unauthenticated'])
  expect(isAnswer(new Error('x'))).toBe(false)
})
