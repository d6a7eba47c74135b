// Dashboards as the page knows them: records, and those that modules bring ready made.

import { queryOptions } from '@tanstack/react-query'
import { isPlainObject } from '../../fields/list.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { type Tile, tileKinds } from '../../schema/tile.ts'
import { recordsOf } from '../queries.ts'
import type { Me, Visibility } from '../views/views.ts'

export interface Dashboard {
  readonly id: string
  readonly version: number
  readonly owner_id: string | null
  readonly name: string
  readonly visibility: Visibility
  readonly place: number
  /** For its owner. */
  readonly opens_first: boolean
  readonly default_for: readonly { readonly id: string }[]
}
export interface WholeDashboard extends Dashboard {
  /** In the trash it is gone. */
  readonly deleted_at: string | null
  readonly tiles: { readonly all?: readonly unknown[] } | null
}

const listed = ['owner_id', 'name', 'visibility', 'place', 'opens_first', 'default_for']

/** Mine and those shared with me; `of` is the object that dashboards are. */
export const dashboardsQuery = (of: DescribedObject | undefined) =>
  queryOptions({
    queryKey: ['list', 'dashboard', 'mine'],
    queryFn: async ({ signal }) => {
      if (!of) return []
      const where = { any: [{ owner_id: '@me' }, { visibility: { in: ['team', 'all'] } }] }
      const { rows } = await recordsOf(of).list({
        where,
        columns: listed,
        sort: 'place,created_at',
        limit: 200,
        signal,
      })
      return rows as unknown as readonly Dashboard[]
    },
    staleTime: 60_000,
  })

export const dashboardQuery = (of: DescribedObject, id: string) =>
  queryOptions({
    queryKey: ['list', 'dashboard', 'whole', id],
    queryFn: async ({ signal }) => (await recordsOf(of).get(id, { signal })) as unknown as WholeDashboard,
    retry: false,
  })

/** What I chose for myself comes before what was chosen for my role; the first there is, otherwise. */
export function firstDashboard(all: readonly Dashboard[], me: string | null, roles: Me['roles']) {
  const mine = all.find(({ owner_id, opens_first }) => opens_first && owner_id === me)
  const ofRole = all.find(({ default_for }) => default_for.some(({ id }) => roles.some(role => role.id === id)))
  return mine ?? ofRole
}

/** What does not look like a tile is left out: another version of Rapport may have put it there. */
export const tilesIn = ({ tiles }: Pick<WholeDashboard, 'tiles'>): readonly Tile[] => (tiles?.all ?? []).filter(isTile)

const isTile = (tile: unknown): tile is Tile =>
  isPlainObject(tile) &&
  isPlainObject(tile.chart) &&
  typeof tile.chart.object === 'string' &&
  tileKinds.some(kind => kind === tile.kind)

export const newId = () => crypto.randomUUID().slice(0, 8)
