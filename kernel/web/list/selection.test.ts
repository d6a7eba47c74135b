import { expect, test } from 'vitest'
import { choiceOf, choose, countOf, everything, isChosen, isNothing, nothing } from './selection.ts'

test('takes records one by one, and gives them back', () => {
  const two = choose(nothing, ['a', 'b'], true)
  expect([isChosen(two, 'a'), isChosen(two, 'c'), countOf(two, 100)]).toEqual([true, false, 2])
  expect(isNothing(choose(two, ['a', 'b'], false))).toBe(true)
  expect(choiceOf(two, { where: { status: 'open' } })).toEqual({ ids: ['a', 'b'] })
})

test('takes everything that the list finds, but for those that one takes out', () => {
  const most = choose(everything, ['a'], false)
  expect([isChosen(most, 'a'), isChosen(most, 'never seen'), countOf(most, 100)]).toEqual([false, true, 99])
  expect(choiceOf(most, { where: { status: 'open' }, search: 'ada' })).toEqual({
    where: { all: [{ status: 'open' }, { id: { not_in: ['a'] } }] },
    search: 'ada',
  })
  expect(choiceOf(everything, {})).toEqual({ where: {} })
  expect(choose(most, ['a'], true)).toEqual(everything)
})
