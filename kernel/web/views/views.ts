// Saved views of an object: lists as somebody left them, under a name.

import { queryOptions } from '@tanstack/react-query'
import { isPlainObject } from '../../fields/list.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { limitsIn } from '../board/board-search.ts'
import type { BoardLayout, ListLayout } from '../list/list-state.ts'
import { recordsOf } from '../queries.ts'
import { request } from '../request.ts'

export type Visibility = 'mine' | 'team' | 'all'
export interface View {
  readonly id: string
  readonly version: number
  readonly owner_id: string | null
  readonly name: string
  readonly icon: string | null
  readonly visibility: Visibility
  readonly state: Readonly<Record<string, unknown>> | null
  readonly place: number
  /** For its owner. */
  readonly opens_first: boolean
  readonly default_for: readonly Pointed[]
  readonly default_for_teams: readonly Pointed[]
}
interface Pointed {
  readonly id: string
  readonly role: null
}

/** Mine and those shared with me, each in its place; `of` is the object that views are. */
export const viewsQuery = (of: DescribedObject | undefined, object: string) =>
  queryOptions({
    queryKey: ['list', 'view', object],
    queryFn: async ({ signal }) =>
      of
        ? ((
            await recordsOf(of).list({
              where: { object, any: [{ owner_id: '@me' }, { visibility: { in: ['team', 'all'] } }] },
              sort: 'place,created_at',
              limit: 200,
              signal,
            })
          ).rows as unknown as readonly View[])
        : [],
    staleTime: 60_000,
  })

interface Named {
  readonly id: string
  readonly name: string
}
export interface Me {
  readonly id: string
  readonly teams: readonly Named[]
  readonly roles: readonly Named[]
  readonly administrator: boolean
}

/** What I am, by which some views open first. */
export const meQuery = queryOptions({
  queryKey: ['me', 'roles'],
  queryFn: async ({ signal }) => (await request({ path: '/api/me', signal })) as Me,
  staleTime: 5 * 60_000,
})

export interface First {
  readonly view: View
  /** Why it is this one. */
  readonly by: 'me' | 'team' | 'role'
  /** Of the team or the role. */
  readonly name: string
}

/** What I chose for myself comes before what was chosen for my team, and that before what was for my role. */
export function firstView(views: readonly View[], me: string | null, { teams, roles }: Pick<Me, 'teams' | 'roles'>) {
  const mine = views.find(({ owner_id, opens_first }) => opens_first && owner_id === me)
  const chosen = (by: 'team' | 'role', all: readonly Named[], targets: (view: View) => View['default_for']) =>
    views.flatMap((view): First[] => {
      const found = all.find(({ id }) => targets(view).some(target => target.id === id))
      return found ? [{ view, by, name: found.name }] : []
    })
  const [first] = [
    ...(mine ? [{ view: mine, by: 'me', name: '' } as const] : []),
    ...chosen('team', teams, view => view.default_for_teams),
    ...chosen('role', roles, view => view.default_for),
  ]
  return first
}

/** What a view keeps of a list; what it does not say is as declared. */
export function layoutIn({ state }: Pick<View, 'state'>, declared: ListLayout): ListLayout {
  const { where, sort, columns, group, board } = state ?? {}
  return {
    where: isPlainObject(where) ? where : undefined,
    sort: isList(sort, isText) ? sort : declared.sort,
    columns: isList(columns, isColumn) && columns.length ? columns : declared.columns,
    group: isText(group) ? group : undefined,
    ...(isBoard(board) ? { board: { ...board, most: limitsIn(board.most) } } : {}),
  }
}

/** The same, to be kept. */
export const stateOf = ({ where, sort, columns, group, board }: ListLayout) => ({
  ...(where ? { where } : {}),
  sort,
  columns,
  ...(group ? { group } : {}),
  ...(board ? { board: boardIn(board) } : {}),
})

const boardIn = ({ by, within, most = {} }: BoardLayout) => ({
  by,
  ...(within ? { within } : {}),
  ...(Object.keys(most).length > 0 ? { most } : {}),
})

export const isOnBoard = ({ state }: Pick<View, 'state'>) => isBoard(state?.board)

export const isSameLayout = (a: ListLayout, b: ListLayout) => JSON.stringify(stateOf(a)) === JSON.stringify(stateOf(b))

/** The mark that was chosen; a board has one of its own. */
export const iconOf = (view: Pick<View, 'icon' | 'state'>) => view.icon ?? (isOnBoard(view) ? 'board' : undefined)

/** The place of a view that goes between what will be its neighbours; none where it stays. */
export function placeAt(views: readonly View[], id: string, to: number): number | undefined {
  const from = views.findIndex(view => view.id === id)
  if (from < 0 || to === from || to < 0 || to >= views.length) return undefined
  const others = views.toSpliced(from, 1)
  const [before, after] = [others[to - 1], others[to]]
  if (!before || !after) return before ? before.place + 1 : after && after.place - 1
  return (before.place + after.place) / 2
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isBoard = (value: unknown): value is BoardLayout =>
  isPlainObject(value) && isText(value.by) && (value.within === undefined || isText(value.within))
const isColumn = (value: unknown): value is { readonly name: string } => isPlainObject(value) && isText(value.name)
function isList<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is)
}
