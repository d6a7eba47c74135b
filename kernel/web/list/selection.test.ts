import { expect, test } from 'vitest'
import {
  choiceOf,
  choose,
  chooseGroup,
  countOf,
  everything,
  groupState,
  isChosen,
  isNothing,
  nothing,
  stateOf,
} from './selection.ts'

const listed = (...ids: string[]) => ids.map(id => ({ id }))
const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

test('takes records one by one, and gives them back', () => {
  const two = choose(nothing, [a, b], true)
  expect([isChosen(two, a), isChosen(two, c), countOf(two, 100), stateOf(two)]).toEqual([true, false, 2, 'some'])
  expect(isNothing(choose(two, [a, b], false))).toBe(true)
  expect(choiceOf(two, { where: { status: 'open' } })).toEqual({ ids: ['a', 'b'] })
})

test('takes everything that the list finds, but for those that one takes out', () => {
  const most = choose(everything, [a], false)
  expect([isChosen(most, a), isChosen(most, { id: 'never seen' }), countOf(most, 100)]).toEqual([false, true, 99])
  expect(choiceOf(most, { where: { status: 'open' }, search: 'ada' })).toEqual({
    where: { all: [{ status: 'open' }, { id: { not_in: ['a'] } }] },
    search: 'ada',
  })
  expect(choiceOf(everything, {})).toEqual({ where: {} })
  expect(choose(most, listed('a'), true)).toEqual(everything)
})

const won = { key: '"won"', where: { status: 'won' }, count: 230 }
const lost = { key: '"lost"', where: { status: 'lost' }, count: 4 }
const inWon = { id: 'w', group: won.key }
const inOpen = { id: 'o', group: '"open"' }

test('takes a whole group, but for some, and others besides', () => {
  const whole = chooseGroup(choose(nothing, [inWon], true), won, true)
  expect([isChosen(whole, inWon), isChosen(whole, inOpen), countOf(whole, 300)]).toEqual([true, false, 230])
  expect([groupState(whole, won), groupState(whole, lost), stateOf(whole)]).toEqual([true, false, 'some'])
  expect(choiceOf(whole, {})).toEqual({ where: { status: 'won' } })

  const most = choose(choose(whole, [inWon], false), [inOpen], true)
  expect([isChosen(most, inWon), isChosen(most, inOpen), countOf(most, 300)]).toEqual([false, true, 230])
  expect(groupState(most, won)).toBe('some')
  expect(choiceOf(most, { where: { title: 'x' } })).toEqual({
    where: {
      all: [{ title: 'x' }, { any: [{ all: [{ status: 'won' }, { id: { not_in: ['w'] } }] }, { id: { in: ['o'] } }] }],
    },
  })
  expect(choiceOf(chooseGroup(most, lost, true), {})).toMatchObject({
    where: { any: [{ all: [{ any: [{ status: 'won' }, { status: 'lost' }] }, {}] }, {}] },
  })
  expect(isNothing(choose(chooseGroup(most, won, false), [inOpen], false))).toBe(true)
})

test('takes a group out of everything, and some of it in again', () => {
  const most = chooseGroup(everything, won, false)
  expect([isChosen(most, inWon), isChosen(most, inOpen), countOf(most, 300)]).toEqual([false, true, 70])
  expect(choiceOf(most, {})).toEqual({ where: { not: { any: [{ status: 'won' }] } } })
  const again = choose(choose(most, [inWon], true), [inOpen], false)
  expect([isChosen(again, inWon), isChosen(again, inOpen), countOf(again, 300)]).toEqual([true, false, 70])
  expect(choiceOf(again, {})).toEqual({
    where: {
      any: [{ all: [{ not: { any: [{ status: 'won' }] } }, { id: { not_in: ['o'] } }] }, { id: { in: ['w'] } }],
    },
  })
  expect(chooseGroup(again, won, true)).toEqual(choose(everything, [inOpen], false))
})

test('a group of which each was taken out again is not chosen any more', () => {
  const one = { ...lost, count: 1 }
  const here = { id: 'x', group: one.key }
  expect(choose(chooseGroup(nothing, one, true), [here], false)).toEqual(nothing)
  expect(choose(chooseGroup(everything, one, false), [here], true)).toEqual(everything)
})

test('a group of which each was taken by itself is taken', () => {
  const two = { ...lost, count: 2 }
  const each = choose(
    nothing,
    ['x', 'y'].map(id => ({ id, group: lost.key })),
    true,
  )
  expect(groupState(each, two)).toBe(true)
  expect(groupState(choose(chooseGroup(nothing, two, true), [{ id: 'x', group: lost.key }], false), two)).toBe('some')
})
