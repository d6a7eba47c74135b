import { useEffect } from 'react'

/** What had the focus may go with what was done to it. The hand is then on the content, and not nowhere. */
export function useFocusKept() {
  useEffect(() => {
    let last: EventTarget | null = null
    const note = (event: FocusEvent) => {
      last = event.target
    }
    const isLost = () => last instanceof Element && !last.isConnected && document.activeElement === document.body
    const find = () => {
      if (isLost()) document.getElementById('content')?.focus({ preventScroll: true })
    }
    // Whatever took it away may know of a better place, and says so in the frame after.
    const watch = new MutationObserver(() => {
      if (isLost()) requestAnimationFrame(() => requestAnimationFrame(find))
    })
    document.addEventListener('focusin', note)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      watch.disconnect()
    }
  }, [])
}
