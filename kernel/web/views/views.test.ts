import { expect, test } from 'vitest'
import { firstView, isOnBoard, isSameLayout, layoutIn, placeAt, stateOf, type View } from './views.ts'

const view = (id: string, more: Partial<View> = {}) =>
  ({
    id,
    owner_id: 'me',
    opens_first: false,
    default_for: [],
    default_for_teams: [],
    place: Number(id),
    ...more,
  }) as unknown as View
const declared = { where: undefined, sort: [], columns: [{ name: 'id' }, { name: 'email' }], group: undefined }

test('what I chose opens first, then what was chosen for my team, then for my role; and one hears why', () => {
  const named = (id: string) => ({ id, name: id })
  const me = { teams: [named('north')], roles: [named('staff')] }
  const mine = view('1', { opens_first: true })
  const theirs = view('2', { opens_first: true, owner_id: 'them' })
  const ofRole = view('3', { owner_id: 'them', default_for: [{ id: 'staff', role: null }] })
  const ofTeam = view('4', { owner_id: 'them', default_for_teams: [{ id: 'north', role: null }] })
  expect(firstView([theirs, ofRole, ofTeam, mine], 'me', me)).toEqual({ view: mine, by: 'me', name: '' })
  expect(firstView([theirs, ofRole, ofTeam], 'me', me)).toEqual({ view: ofTeam, by: 'team', name: 'north' })
  expect(firstView([theirs, ofRole], 'me', me)).toEqual({ view: ofRole, by: 'role', name: 'staff' })
  expect(firstView([theirs, ofRole, ofTeam], 'me', { teams: [], roles: [named('regular')] })).toBeUndefined()
})

test('a layout comes back as it was kept', () => {
  const layout = { where: { status: 'open' }, sort: ['-name'], columns: [{ name: 'id', width: 200 }], group: 'status' }
  expect(layoutIn({ state: stateOf(layout) }, declared)).toEqual(layout)
  expect(isSameLayout(layout, layoutIn({ state: stateOf(layout) }, declared))).toBe(true)
  expect(isSameLayout(layout, declared)).toBe(false)
})

test.each([null, {}, { where: [], sort: 'name', columns: [1], group: 7 }])('of %j stays what is declared', state => {
  expect(layoutIn({ state }, declared)).toEqual(declared)
})

test('a view goes between its next two neighbours, and nowhere beyond the ends', () => {
  const views = [view('0'), view('1'), view('2')]
  expect(placeAt(views, '2', 1)).toBe(0.5)
  expect(placeAt(views, '2', 0)).toBe(-1)
  expect(placeAt(views, '0', 1)).toBe(1.5)
  expect(placeAt(views, '1', 2)).toBe(3)
  expect([placeAt(views, '0', -1), placeAt(views, '2', 3), placeAt(views, '1', 1), placeAt(views, '9', 1)]).toEqual(
    Array(4).fill(undefined),
  )
})

test('a view keeps that it is a board, and of what', () => {
  const layout = { ...declared, board: { by: 'stage', within: 'sales' } }
  expect(layoutIn({ state: stateOf(layout) }, declared)).toEqual(layout)
  expect(isSameLayout(layout, { ...layout, board: { by: 'stage' } })).toBe(false)
  expect(isOnBoard({ state: stateOf(layout) })).toBe(true)
  expect(isOnBoard({ state: { board: { by: 7 } } })).toBe(false)
  const limited = { ...layout, board: { ...layout.board, most: { open: 3 } } }
  expect(isSameLayout(limited, layout)).toBe(false)
  expect(layoutIn({ state: { board: { by: 'status', most: { open: 3, won: 'many' } } } }, declared).board).toEqual({
    by: 'status',
    most: { open: 3 },
  })
})
