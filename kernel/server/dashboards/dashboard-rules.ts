import { isPlainObject } from '../../fields/list.ts'
import { dashboard } from '../../objects/dashboard.ts'
import type { Row } from '../../schema/object.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { tileKinds, tileLimits } from '../../schema/tile.ts'
import { isAdministrator } from '../access/administrator.ts'
import { type Behaviour, rule } from '../actions/behaviours.ts'
import { readChart } from '../charts/read-chart.ts'
import { viewsOf } from '../charts/views-of.ts'
import type { Context } from '../records/context.ts'
import { isSame } from '../records/same.ts'

type Kept = Readonly<Record<string, unknown>>

/** A chart that its author could not have is refused when it is saved; it is counted anew for whoever looks. */
const checkTiles = rule(dashboard, ['create', 'update'], async (ctx, drafts) => {
  for (const { before, after } of drafts) {
    const known = new Map(asList(before?.tiles).map(tile => [isPlainObject(tile) ? tile.id : undefined, tile]))
    const tiles = readTiles(after)
    // Whoever arranges what others share may not be able to see all of it.
    const fresh = tiles.filter(tile => !isSame(chartIn(known.get(tile.id)), tile.chart))
    await checkCharts(ctx, fresh)
  }
  return undefined
})

/** What a role finds first is up to those who hand out roles. */
const guardDefault = rule(dashboard, ['create', 'update'], async (ctx, drafts) => {
  const roles = (row: Row<typeof dashboard> | null) => (row?.default_for ?? []).map(({ id }) => id)
  const isChanged = drafts.some(({ before, after }) => !isSame(roles(before), roles(after)))
  if (isChanged && !isAdministrator(ctx.actor)) throw new Refused('role.not-yours')
  return undefined
})

export const dashboardRules: readonly Behaviour[] = [checkTiles, guardDefault]

const chartIn = (tile: unknown) => (isPlainObject(tile) ? tile.chart : undefined)
const asList = (tiles: Row<typeof dashboard>['tiles'] | undefined): readonly unknown[] =>
  Array.isArray(tiles?.all) ? tiles.all : []

function readTiles({ tiles }: Row<typeof dashboard>): readonly Kept[] {
  const all = tiles?.all ?? []
  if (!Array.isArray(all)) throw invalidField('tiles', 'tiles.not-tiles')
  if (all.length > tileLimits.tiles) throw invalidField('tiles', 'too-many', { max: tileLimits.tiles })
  if (!all.every(isTile) || new Set(all.map(({ id }) => id)).size < all.length)
    throw invalidField('tiles', 'tiles.not-tiles')
  return all
}

function isTile(tile: unknown): tile is Kept {
  if (!isPlainObject(tile)) return false
  const { id, title, kind, chart, width, height, ...rest } = tile
  const isNamed = title === undefined || (typeof title === 'string' && title.length <= tileLimits.title)
  return (
    Object.keys(rest).length === 0 &&
    typeof id === 'string' &&
    /^[\w-]{1,40}$/.test(id) &&
    isNamed &&
    tileKinds.some(one => one === kind) &&
    isPlainObject(chart) &&
    isWithin(width, tileLimits.width) &&
    isWithin(height, tileLimits.height)
  )
}

const isWithin = (value: unknown, [least, most]: readonly [number, number]) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

async function checkCharts(ctx: Context, tiles: readonly Kept[]) {
  const charts = tiles.map(chartIn)
  const views = await viewsOf(ctx, charts)
  for (const chart of charts) readChart(chart, ctx, views, ctx.now)
}
