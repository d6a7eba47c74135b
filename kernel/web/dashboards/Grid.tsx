import { type CSSProperties, useRef, useState } from 'react'
import type { Tile } from '../../schema/tile.ts'
import { moved } from '../order/moved.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useChartWords } from '../words/charts/words.ts'
import styles from './Dashboards.module.css'
import { newId } from './dashboards.ts'
import { TileFrame } from './TileFrame.tsx'
import { useTileName } from './tile-name.ts'
import { useTileDrag } from './use-tile-drag.ts'

interface GridProps {
  readonly tiles: readonly Tile[]
  /** For whoever may change it. */
  readonly onChange?: (tiles: readonly Tile[]) => void
  readonly onEdit?: (tile: Tile) => void
  readonly arranging?: true
}

/** Tiles in the order in which one reads them, each as wide and as high as it was made. */
export function Grid({ tiles, onChange, onEdit, arranging }: GridProps) {
  const say = useChartWords()
  const { byName } = useSchema()
  const nameOf = useTileName()
  const grid = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const change = (next: readonly Tile[], tile: Tile, word: 'tile.placed' | 'tile.sized') => {
    onChange?.(next)
    const place = next.findIndex(({ id }) => id === tile.id) + 1
    setSaid(say(word, { name: nameOf(tile), place, count: next.length, width: tile.width, height: tile.height }))
  }
  const move = (tile: Tile, to: number) => {
    const next = moved(tiles, tiles.indexOf(tile), to)
    if (next !== tiles) change(next, tile, 'tile.placed')
  }
  const size = (tile: Tile, width: number, height: number) => {
    if (width === tile.width && height === tile.height) return
    const sized = { ...tile, width, height }
    change(
      tiles.map(each => (each.id === tile.id ? sized : each)),
      sized,
      'tile.sized',
    )
  }
  const drag = useTileDrag(grid, tiles, move, size)
  const without = (tile: Tile) => tiles.filter(({ id }) => id !== tile.id)
  const copy = (tile: Tile) => tiles.toSpliced(tiles.indexOf(tile) + 1, 0, { ...tile, id: newId() })
  return (
    <div ref={grid} className={styles.grid} data-arranging={arranging}>
      {tiles.map(tile => (
        <section
          key={tile.id}
          className={styles.tile}
          data-tile={tile.id}
          data-dragged={drag.dragged === tile.id || undefined}
          aria-label={nameOf(tile)}
          style={{ '--width': tile.width, '--height': tile.height } as CSSProperties}
        >
          <TileFrame
            tile={tile}
            name={nameOf(tile)}
            object={byName(tile.chart.object)}
            {...(arranging ? { drag } : {})}
            {...(onChange && onEdit
              ? {
                  edits: {
                    edit: () => onEdit(tile),
                    copy: () => onChange(copy(tile)),
                    remove: () => onChange(without(tile)),
                  },
                }
              : {})}
          />
        </section>
      ))}
      <span className="unseen" role="status">
        {said}
      </span>
    </div>
  )
}
