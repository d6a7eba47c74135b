// A dashboard is a list of tiles, in the order in which one reads them; each takes some of twelve columns and some rows.

import type { Chart } from './chart.ts'

export const tileKinds = ['number', 'bar', 'line', 'donut', 'funnel', 'table'] as const
export type TileKind = (typeof tileKinds)[number]

export interface Tile {
  readonly id: string
  /** Where it is not what the chart itself says. */
  readonly title?: string
  readonly kind: TileKind
  readonly chart: Chart
  readonly width: number
  readonly height: number
}

export const tileLimits = { tiles: 40, title: 120, width: [2, 12], height: [1, 8] } as const

/** What a module brings ready made: a dashboard in each language, for whoever may read the object that it is about. */
export interface ReadyTile extends Omit<Tile, 'title'> {
  readonly title: { readonly en: string; readonly fr: string }
}
