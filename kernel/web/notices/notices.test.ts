import { expect, test } from 'vitest'
import { type Notice, withRead } from './notices.ts'

const notice = (id: string, read_at: string | null = null) => ({ id, read_at }) as Notice
const before = { rows: [notice('a'), notice('b'), notice('c', 'then')], unread: 5 }

test('some are read, or all: what was read stays as it was', () => {
  const some = withRead(before, ['b', 'c'], 'now')
  expect(some).toEqual({ rows: [notice('a'), notice('b', 'now'), notice('c', 'then')], unread: 4 })
  expect(withRead(before, undefined, 'now')).toEqual({
    rows: [notice('a', 'now'), notice('b', 'now'), notice('c', 'then')],
    unread: 0,
  })
})
