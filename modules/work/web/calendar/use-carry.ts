// An entry that is carried to another time, or made longer: by mouse, by a finger that has rested, or by the keyboard.

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { addDays } from '#kernel/fields/date/day.ts'

export interface Place {
  readonly day: string
  /** Minutes of the day. */
  readonly from: number
  readonly to: number
}

export interface Held extends Place {
  /** Undefined while something new is drawn. */
  readonly key: string | undefined
  readonly how: 'move' | 'resize' | 'draw'
}

const snap = 15
const whole = 24 * 60
const [restFor, slack] = [300, 5]

interface CarryOptions {
  readonly days: readonly string[]
  readonly onDrop: (held: Held) => void
}

export function useCarry({ days, onDrop }: CarryOptions) {
  const [held, setHeld] = useState<Held>()
  const now = useRef<Held>(undefined)
  const wasCarried = useRef(false)
  const stop = useRef<() => void>(undefined)
  const set = (next: Held | undefined) => {
    now.current = next
    setHeld(next)
  }
  useEffect(() => () => stop.current?.(), [])
  useEffect(() => {
    // While a finger carries, the page stays where it is.
    const listening = new AbortController()
    const hold = (event: Event) => now.current && stop.current && event.preventDefault()
    document.addEventListener('touchmove', hold, { passive: false, signal: listening.signal })
    document.addEventListener('contextmenu', hold, listening)
    return () => listening.abort()
  }, [])

  const press = (event: PointerEvent<HTMLElement>, begin: Held) => {
    if (event.button !== 0 || now.current) return
    event.stopPropagation()
    wasCarried.current = false
    const start = pointAt(event)
    const grasped = minuteAt(start)
    const isTouch = event.pointerType === 'touch'
    if (isTouch && begin.how === 'draw') return
    const lift = () => {
      wasCarried.current = true
      set(begin)
    }
    const wait = isTouch ? setTimeout(lift, restFor) : undefined
    const listening = new AbortController()
    const end = () => {
      clearTimeout(wait)
      listening.abort()
      stop.current = undefined
      set(undefined)
    }
    stop.current = end
    addEventListener(
      'pointermove',
      move => {
        const at = pointAt(move)
        if (!now.current) {
          if (Math.hypot(at.x - start.x, at.y - start.y) <= slack) return
          if (isTouch) return end()
          lift()
        }
        const minute = minuteAt(at)
        if (minute !== undefined && grasped !== undefined) set(carried(begin, grasped, minute, dayAt(at) ?? begin.day))
      },
      listening,
    )
    addEventListener(
      'pointerup',
      () => {
        const dropped = now.current
        end()
        if (dropped) onDrop(dropped)
      },
      listening,
    )
    addEventListener('pointercancel', end, listening)
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(), listening)
  }

  /** Space takes it up and puts it down, arrows carry it, with Shift its end; Esc gives up. */
  const key = (event: KeyboardEvent, begin: Held) => {
    const current = now.current
    if (event.key === ' ') {
      event.preventDefault()
      set(current ? undefined : begin)
      if (current) onDrop(current)
    }
    if (!current) return
    if (event.key === 'Escape') set(undefined)
    const next = stepped(current, event, days)
    if (!next) return
    event.preventDefault()
    set(next)
  }

  /** The click that ends it opens nothing. */
  const click = (event: { preventDefault(): void }) => {
    if (wasCarried.current) event.preventDefault()
    wasCarried.current = false
  }
  const giveUp = () => now.current && !stop.current && set(undefined)
  return { held, press, key, click, giveUp }
}

function carried(begin: Held, grasped: number, minute: number, day: string): Held {
  if (begin.how === 'draw') {
    const [from, to] = [grasped, minute].sort((a, b) => a - b).map(near) as [number, number]
    return { ...begin, from, to: Math.max(to, from + snap) }
  }
  const by = near(minute - grasped)
  if (begin.how === 'resize') return { ...begin, to: within(begin.to + by, begin.from + snap, whole) }
  const from = within(begin.from + by, 0, whole - snap)
  return { ...begin, day, from, to: from + begin.to - begin.from }
}

function stepped(held: Held, { key, shiftKey }: KeyboardEvent, days: readonly string[]): Held | undefined {
  const by = { ArrowUp: -snap, ArrowDown: snap }[key]
  if (by !== undefined && shiftKey) return { ...held, how: 'resize', to: within(held.to + by, held.from + snap, whole) }
  if (by !== undefined) {
    const from = within(held.from + by, 0, whole - snap)
    return { ...held, from, to: from + held.to - held.from }
  }
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
  const day = across && addDays(held.day, across)
  return day && days.includes(day) ? { ...held, day } : undefined
}

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
const near = (minute: number) => Math.round(minute / snap) * snap

interface Point {
  readonly x: number
  readonly y: number
}
const pointAt = ({ clientX: x, clientY: y }: { readonly clientX: number; readonly clientY: number }): Point => ({
  x,
  y,
})
const columns = () => [...document.querySelectorAll<HTMLElement>('[data-day]')]
const dayAt = ({ x }: Point) =>
  columns().find(column => {
    const { left, right } = column.getBoundingClientRect()
    return x >= left && x < right
  })?.dataset.day

function minuteAt({ y }: Point) {
  const box = columns()[0]?.getBoundingClientRect()
  return box && within(((y - box.top) / box.height) * whole, 0, whole)
}
