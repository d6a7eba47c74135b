import { Suspense, useEffect } from 'react'
import { lazyPart } from '../ui/when-online.ts'
import { show, useOverlay } from './overlay.ts'

const loadMenu = () => import('./CommandMenu.tsx')
const CommandMenu = lazyPart(loadMenu)
const Shortcuts = lazyPart(() => import('./Shortcuts.tsx'))

/** The command menu and the list of shortcuts: loaded when they are used, the menu as soon as the page rests. */
export function Overlays() {
  const overlay = useOverlay()
  const close = () => show(undefined)
  useEffect(() => {
    const later = setTimeout(() => void loadMenu().catch(() => {}), 1500)
    return () => clearTimeout(later)
  }, [])
  return (
    <Suspense>
      {overlay === 'menu' && <CommandMenu onClose={close} />}
      {overlay === 'shortcuts' && <Shortcuts onClose={close} />}
    </Suspense>
  )
}
