import { useEffect, useState } from 'react'

/** Whatever had the focus when this came has it again when this goes; if it went too, the content of the page. */
export function useFocusReturn() {
  const [from] = useState(origin)
  useEffect(
    () => () => {
      // The dialog is gone by now, and another one may have come in its place.
      requestAnimationFrame(() => {
        const content = document.getElementById('content')
        if (document.activeElement !== document.body && document.activeElement !== content) return
        const to = from?.isConnected ? from : content
        to?.focus({ preventScroll: true })
      })
    },
    [from],
  )
}

/** A menu goes as soon as something in it is chosen; its button stays. */
function origin(): HTMLElement | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  const button = focused.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return button ? document.getElementById(button) : focused
}
