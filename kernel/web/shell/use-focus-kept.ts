import { useEffect } from 'react'
import { follow } from '../ui/follow.ts'

/** What had the focus may go with what was done to it. The hand is then on what stands in its place, and not nowhere. */
export function useFocusKept() {
  useEffect(() => {
    let last: ReturnType<typeof follow> | undefined
    const find = () => {
      if (document.activeElement !== document.body) return
      const place = last?.place() ?? document.getElementById('content')
      place?.focus({ preventScroll: true })
    }
    const note = ({ target }: FocusEvent) => {
      last?.release()
      // Whatever took it away may know of a better place, and says so in the frame after.
      last = target instanceof HTMLElement ? follow(target, () => inTwoFrames(find)) : undefined
    }
    document.addEventListener('focusin', note)
    return () => {
      document.removeEventListener('focusin', note)
      last?.release()
    }
  }, [])
}

const inTwoFrames = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run))
