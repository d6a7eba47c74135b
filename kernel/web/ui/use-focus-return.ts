import { useEffect, useState } from 'react'
import { follow } from './follow.ts'

/** Whatever had the focus when this came has it again when this goes; if it went too, what stands in its place. */
export function useFocusReturn() {
  const [from] = useState(origin)
  useEffect(() => {
    const followed = from && follow(from)
    return () => {
      // The dialog is gone by now, and another one may have come in its place.
      requestAnimationFrame(() => {
        followed?.release()
        const content = document.getElementById('content')
        if (document.activeElement !== document.body && document.activeElement !== content) return
        const to = followed?.place() ?? content
        to?.focus({ preventScroll: true })
      })
    }
  }, [from])
}

/** A menu goes as soon as something in it is chosen; its button stays. */
function origin(): HTMLElement | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  const button = focused.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return button ? document.getElementById(button) : focused
}
