import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Held } from './use-move.ts'

export interface Drag extends Held {
  /** The place over which it is: `column …` or `action …`. */
  readonly over: string | undefined
  /** Where it was taken up; absent when it is held by the keyboard. */
  readonly start?: Start
}

interface Start {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** A mouse drags as soon as it moves; a finger after it has rested, as otherwise it scrolls. */
export function useDrag(onDrop: (held: Held, over: string | undefined) => void) {
  const [drag, setDrag] = useState<Drag>()
  const held = useRef<Drag>(undefined)
  /** What is drawn under the pointer: it follows without anything else being drawn anew. */
  const carried = useRef<HTMLDivElement>(null)
  const wasDragged = useRef(false)
  const stop = useRef<() => void>(undefined)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })
  const set = useCallback((next: Drag | undefined) => {
    held.current = next
    setDrag(next)
  }, [])
  useEffect(() => () => stop.current?.(), [])
  useEffect(() => {
    // While a finger carries a card, the page stays where it is, and offers nothing to do with the link.
    const hold = (event: Event) => held.current?.start && event.preventDefault()
    const listening = new AbortController()
    document.addEventListener('touchmove', hold, { passive: false, signal: listening.signal })
    document.addEventListener('contextmenu', hold, listening)
    return () => listening.abort()
  }, [])

  const press = useCallback(
    (event: PointerEvent<HTMLElement>, what: Held) => {
      if (event.button !== 0 || held.current) return
      wasDragged.current = false
      const box = event.currentTarget.getBoundingClientRect()
      const from = { x: event.clientX, y: event.clientY }
      const isTouch = event.pointerType === 'touch'
      let [at, frame] = [from, 0]
      const follow = () => {
        frame = requestAnimationFrame(follow)
        if (!held.current) return
        if (carried.current) carried.current.style.translate = `${at.x - from.x}px ${at.y - from.y}px`
        scrollNear(at.x)
        const over = placeAt(at)
        if (over !== held.current.over) set({ ...held.current, over })
      }
      const lift = () => {
        wasDragged.current = true
        set({ ...what, over: placeAt(at), start: { left: box.left, top: box.top, width: box.width } })
        follow()
      }
      const wait = isTouch ? setTimeout(lift, restFor) : undefined
      const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
        at = { x, y }
        if (held.current || Math.hypot(x - from.x, y - from.y) <= slack) return
        if (isTouch) stop.current?.()
        else lift()
      }
      const end = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
        const { current } = held
        stop.current?.()
        if (current) drop.current(current, placeAt({ x, y }))
      }
      const listening = new AbortController()
      stop.current = () => {
        clearTimeout(wait)
        cancelAnimationFrame(frame)
        set(undefined)
        listening.abort()
        stop.current = undefined
      }
      addEventListener('pointermove', move, listening)
      addEventListener('pointerup', end, listening)
      addEventListener('pointercancel', () => stop.current?.(), listening)
      addEventListener('keydown', ({ key }) => key === 'Escape' && stop.current?.(), listening)
    },
    [set],
  )
  /** The click that ends a drag opens nothing. */
  const click = useCallback((event: { preventDefault(): void }) => {
    if (wasDragged.current) event.preventDefault()
    wasDragged.current = false
  }, [])
  return { drag, carried, set, press, click }
}

/** For how long a finger rests until it holds, in milliseconds; and how far a mouse may tremble, in pixels. */
const [restFor, slack] = [300, 5]

const placeAt = ({ x, y }: { readonly x: number; readonly y: number }) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset.place

const [edge, fastest] = [56, 18]

/** The nearer to the edge, the faster. */
function scrollNear(x: number) {
  const board = document.querySelector('[data-board]')
  const box = board?.getBoundingClientRect()
  if (!board || !box) return
  const beyond = Math.max(0, x - (box.right - edge)) - Math.max(0, box.left + edge - x)
  if (beyond !== 0) board.scrollLeft += Math.sign(beyond) * fastest * Math.min(1, Math.abs(beyond) / edge)
}
