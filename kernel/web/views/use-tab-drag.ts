import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { moved } from '../order/moved.ts'
import type { View } from './views.ts'

interface Drag {
  readonly id: string
  readonly to: number
}

/** How far a hand may tremble, in pixels. */
const slack = 5

/** A tab goes where it is dragged, among the others. */
export function useTabDrag(
  list: RefObject<HTMLElement | null>,
  views: readonly View[],
  onMove: (view: View, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag>()
  const wasDragged = useRef(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const press = (event: PointerEvent, view: View) => {
    if (event.button !== 0) return
    wasDragged.current = false
    const from = views.indexOf(view)
    const others = [...(list.current?.querySelectorAll<HTMLElement>('[data-view]:not([data-hidden])') ?? [])]
      .filter(({ dataset }) => dataset.view !== view.id)
      .map(tab => tab.getBoundingClientRect())
    let to = from
    const listening = new AbortController()
    const move = ({ clientX }: globalThis.PointerEvent) => {
      if (!wasDragged.current && Math.abs(clientX - event.clientX) <= slack) return
      wasDragged.current = true
      to = others.filter(({ left, width }) => left + width / 2 < clientX).length
      setDrag({ id: view.id, to })
    }
    const end = () => {
      stop.current?.()
      if (wasDragged.current && to !== from) onMove(view, to)
    }
    stop.current = () => {
      listening.abort()
      setDrag(undefined)
    }
    addEventListener('pointermove', move, listening)
    addEventListener('pointerup', end, listening)
    addEventListener('pointercancel', () => stop.current?.(), listening)
    addEventListener('keydown', ({ key }) => key === 'Escape' && stop.current?.(), listening)
  }
  /** Whether a click was meant as one: that which ends a drag opens nothing. */
  const click = () => {
    const wasMeant = !wasDragged.current
    wasDragged.current = false
    return wasMeant
  }
  const from = views.findIndex(({ id }) => id === drag?.id)
  return { order: drag && from >= 0 ? moved(views, from, drag.to) : views, dragged: drag?.id, press, click }
}
