import type { ReadyTile, Tile } from '../../schema/tile.ts'
import type { Schema } from '../schema/use-schema.ts'
import type { Language } from '../words/sentences.ts'

/** Those about what one may see, in one's own language. */
export const readyTiles = (
  tiles: readonly ReadyTile[],
  language: Language,
  byName: Schema['byName'],
): readonly Tile[] =>
  tiles.filter(({ chart }) => byName(chart.object)).map(tile => ({ ...tile, title: tile.title[language] }))
