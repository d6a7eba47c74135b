import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** By step of the history: how far down its list was. */
const kept = new Map<string, number>()
const mostKept = 200

/** How far down a list begins: one comes back to where one left it. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>): number {
  const step = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' })
  const here = useRef(step)
  const begin = useRef(kept.get(step) ?? 0)
  useEffect(() => {
    here.current = step
    keep(step, scroller.current?.scrollTop ?? 0)
  }, [step, scroller])
  useEffect(() => {
    const element = scroller.current
    const listen = () => keep(here.current, element?.scrollTop ?? 0)
    element?.addEventListener('scroll', listen, { passive: true })
    return () => element?.removeEventListener('scroll', listen)
  }, [scroller])
  return begin.current
}

function keep(step: string, offset: number) {
  kept.delete(step)
  kept.set(step, offset)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
