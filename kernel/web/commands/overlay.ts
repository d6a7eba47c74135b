import { useSyncExternalStore } from 'react'

/** What the keyboard opened over the page. */
export type Overlay = 'menu' | 'shortcuts' | undefined

export const useOverlay = () => useSyncExternalStore(listen, () => shown)

export function show(overlay: Overlay) {
  shown = overlay
  for (const listener of listeners) listener()
}

let shown: Overlay
const listeners = new Set<() => void>()

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
