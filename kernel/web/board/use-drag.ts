import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Held } from './use-move.ts'

export interface Drag extends Held {
  /** The place over which it is: `column …` or `action …`. */
  readonly over: string | undefined
  /** Where the pointer is, and where on the card it took hold; absent when it is held by the keyboard. */
  readonly at?: { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }
  readonly width?: number
}

/** A mouse drags as soon as it moves; a finger after it has rested, as otherwise it scrolls. */
export function useDrag(onDrop: (held: Held, over: string | undefined) => void) {
  const [drag, setDrag] = useState<Drag>()
  const held = useRef<Drag>(undefined)
  const wasDragged = useRef(false)
  const stop = useRef<() => void>(undefined)
  const set = (next: Drag | undefined) => {
    held.current = next
    setDrag(next)
  }
  useEffect(() => () => stop.current?.(), [])
  useEffect(() => {
    // While a finger carries a card, the page stays where it is.
    const hold = (event: TouchEvent) => held.current?.at && event.preventDefault()
    document.addEventListener('touchmove', hold, { passive: false })
    return () => document.removeEventListener('touchmove', hold)
  }, [])

  const press = (event: PointerEvent<HTMLElement>, what: Held) => {
    if (event.button !== 0 || held.current) return
    wasDragged.current = false
    const box = event.currentTarget.getBoundingClientRect()
    const [startX, startY] = [event.clientX, event.clientY]
    const grip = { dx: startX - box.left, dy: startY - box.top }
    const isTouch = event.pointerType === 'touch'
    const lift = (x: number, y: number) => {
      wasDragged.current = true
      set({ ...what, over: placeAt(x, y), width: box.width, at: { x, y, ...grip } })
    }
    const wait = isTouch ? setTimeout(() => lift(startX, startY), 300) : undefined
    const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      if (held.current) {
        scrollNear(x)
        return set({ ...held.current, over: placeAt(x, y), at: { x, y, ...grip } })
      }
      const isFar = Math.hypot(x - startX, y - startY) > 5
      if (isFar && isTouch) stop.current?.()
      else if (isFar) lift(x, y)
    }
    const end = () => {
      const { current } = held
      stop.current?.()
      if (current) onDrop(current, current.over)
    }
    stop.current = () => {
      clearTimeout(wait)
      set(undefined)
      listening.abort()
      stop.current = undefined
    }
    const listening = new AbortController()
    addEventListener('pointermove', move, listening)
    addEventListener('pointerup', end, listening)
    addEventListener('pointercancel', () => stop.current?.(), listening)
    addEventListener('keydown', ({ key }) => key === 'Escape' && stop.current?.(), listening)
  }
  /** The click that ends a drag opens nothing. */
  const click = (event: { preventDefault(): void }) => {
    if (wasDragged.current) event.preventDefault()
    wasDragged.current = false
  }
  return { drag, set, press, click }
}

const placeAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset.place

function scrollNear(x: number) {
  const board = document.querySelector('[data-board]')
  const box = board?.getBoundingClientRect()
  if (!board || !box) return
  if (x > box.right - 48) board.scrollLeft += 16
  if (x < box.left + 48) board.scrollLeft -= 16
}
