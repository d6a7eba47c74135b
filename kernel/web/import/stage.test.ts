import { expect, test } from 'vitest'
import { readStage, shownStage } from './stage.ts'

test.each([
  ['new', undefined, 'columns'],
  ['new', 'preview', 'columns'],
  ['checking', 'columns', 'progress'],
  ['checked', undefined, 'preview'],
  ['checked', 'columns', 'columns'],
  ['checked', 'mend', 'mend'],
  ['running', 'preview', 'progress'],
  ['done', undefined, 'end'],
  ['done', 'columns', 'end'],
  ['done', 'mend', 'mend'],
  ['reverted', 'preview', 'end'],
] as const)('an import that is %s, asked for %s, shows %s', (status, asked, shown) => {
  expect(shownStage({ status, failed: 2 }, asked)).toBe(shown)
})

test('without a wrong row there is nothing to mend', () => {
  expect(shownStage({ status: 'done', failed: 0 }, 'mend')).toBe('end')
})

test('an address that asks for something else asks for nothing', () => {
  expect([readStage('mend'), readStage('end'), readStage(7)]).toEqual(['mend', undefined, undefined])
})
