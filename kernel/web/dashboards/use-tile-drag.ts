import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Tile, tileLimits } from '../../schema/tile.ts'

export interface TileDrag {
  /** The tile that is held. */
  readonly dragged: string | undefined
  readonly pressMove: (event: PointerEvent, tile: Tile) => void
  readonly pressSize: (event: PointerEvent, tile: Tile) => void
  readonly keyMove: (event: KeyboardEvent, tile: Tile) => void
  readonly keySize: (event: KeyboardEvent, tile: Tile) => void
}

/** A tile goes where it is dragged among the others, and grows as its corner is pulled; the arrow keys do the same. */
export function useTileDrag(
  grid: RefObject<HTMLElement | null>,
  tiles: readonly Tile[],
  move: (tile: Tile, to: number) => void,
  size: (tile: Tile, width: number, height: number) => void,
): TileDrag {
  const [dragged, setDragged] = useState<string>()
  const now = useRef({ tiles, move, size })
  useEffect(() => {
    now.current = { tiles, move, size }
  })
  const refocus = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (refocus.current) grid.current?.querySelector<HTMLElement>(refocus.current)?.focus()
    refocus.current = undefined
  })
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const hold = useCallback((event: PointerEvent, tile: Tile, follow: (at: globalThis.PointerEvent) => void) => {
    if (event.button !== 0) return
    event.preventDefault()
    const listening = new AbortController()
    stop.current = () => {
      listening.abort()
      setDragged(undefined)
    }
    setDragged(tile.id)
    const end = () => stop.current?.()
    addEventListener('pointermove', follow, listening)
    for (const over of ['pointerup', 'pointercancel', 'blur']) addEventListener(over, end, listening)
  }, [])

  const known = (id: string) => now.current.tiles.find(tile => tile.id === id)

  const pressMove = (event: PointerEvent, { id }: Tile) =>
    hold(event, { id } as Tile, at => {
      scrollNear(grid.current, at.clientY)
      const over = document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>('[data-tile]')
      const tile = known(id)
      if (!over || !tile || over.dataset.tile === id) return
      const to = now.current.tiles.findIndex(each => each.id === over.dataset.tile)
      const from = now.current.tiles.indexOf(tile)
      // Only once it is past the middle: or two of unequal size would change places for ever.
      const { left, width, top, height } = over.getBoundingClientRect()
      const isPast = at.clientY > top + height / 2 || at.clientX > left + width / 2
      const isBefore = at.clientY < top + height / 2 || at.clientX < left + width / 2
      if (to >= 0 && (to > from ? isPast : isBefore)) now.current.move(tile, to)
    })

  const pressSize = (event: PointerEvent, { id }: Tile) => {
    const frame = event.currentTarget.closest('[data-tile]')?.getBoundingClientRect()
    const room = grid.current
    if (!frame || !room) return
    const { columnGap, rowGap, gridAutoRows, paddingLeft, paddingRight } = getComputedStyle(room)
    const inner = room.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    const [gapX, gapY] = [Number.parseFloat(columnGap), Number.parseFloat(rowGap)]
    const across = (inner + gapX) / columns
    const down = Number.parseFloat(gridAutoRows) + gapY
    hold(event, { id } as Tile, at => {
      const tile = known(id)
      if (!tile) return
      const width = clamp(Math.round((at.clientX - frame.left + gapX) / across), tileLimits.width)
      const height = clamp(Math.round((at.clientY - frame.top + gapY) / down), tileLimits.height)
      now.current.size(tile, width, height)
    })
  }

  const keyMove = (event: KeyboardEvent, tile: Tile) => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    // What moves in the page loses the focus.
    refocus.current = `[data-tile="${tile.id}"] [data-grip]`
    move(tile, tiles.indexOf(tile) + by)
  }
  const keySize = (event: KeyboardEvent, tile: Tile) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    size(tile, clamp(tile.width + step[0], tileLimits.width), clamp(tile.height + step[1], tileLimits.height))
  }
  return { dragged, pressMove, pressSize, keyMove, keySize }
}

const columns = 12
const steps: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const clamp = (value: number, [least, most]: readonly [number, number]) => Math.max(least, Math.min(most, value))

/** The nearer to the edge, the faster. */
function scrollNear(grid: HTMLElement | null, y: number) {
  const room = grid?.closest('#content')
  if (!room) return
  const { top, bottom } = room.getBoundingClientRect()
  if (y < top + edge) room.scrollTop -= (top + edge - y) / 3
  if (y > bottom - edge) room.scrollTop += (y - bottom + edge) / 3
}
const edge = 60
