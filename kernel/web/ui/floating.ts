// For panels that float over the page and hold controls whose own lists float too.

import { type RefObject, useEffect, useRef } from 'react'

/** A press anywhere but in these, and in the lists of choices that float over the page. */
export function useOutside(isOn: boolean, insides: readonly RefObject<HTMLElement | null>[], run: () => void) {
  const latest = useRef({ insides, run })
  useEffect(() => {
    latest.current = { insides, run }
  })
  useEffect(() => {
    if (!isOn) return
    const hear = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('[data-portal]')) return
      if (!latest.current.insides.some(({ current }) => current?.contains(target))) latest.current.run()
    }
    document.addEventListener('pointerdown', hear)
    return () => document.removeEventListener('pointerdown', hear)
  }, [isOn])
}

/** The key is for a list of choices that is open, not for the panel around it. */
export const isChoosing = ({ target }: { readonly target: EventTarget }) =>
  target instanceof Element &&
  (target.getAttribute('aria-expanded') === 'true' || target.getAttribute('data-expanded') === 'true')
