import { CatchBoundary } from '@tanstack/react-router'
import { type ComponentType, createContext, type ReactNode, Suspense, use } from 'react'
import { TroubleState } from '../ui/State.tsx'
import { lazyPart } from '../ui/when-online.ts'
import type { Language } from '../words/sentences.ts'
import { useLanguage } from '../words/words.tsx'
import type { PageParts, Part, Slots } from './page-parts.ts'

export const OfModules = createContext<PageParts>({ screens: [], slots: {}, settings: [] })

const none: Slots = {}
export const useSlots = (object: string): Slots => use(OfModules).slots[object] ?? none
export const useModuleSettings = () => use(OfModules).settings
export const useModuleScreens = () => use(OfModules).screens
export const useReadyDashboards = () => use(OfModules).dashboards
export const useHomeParts = () => use(OfModules).home

/** All that modules put in one place. */
export function AllOf<P extends object>({ parts = {}, of }: { readonly parts: Named<P>; readonly of: P }) {
  return Object.entries(parts).map(([name, part]) => <Slot key={name} part={part} of={of} />)
}
type Named<P extends object> = Readonly<Record<string, Part<P>>> | undefined

interface SlotProps<P extends object> {
  readonly part: Part<P>
  readonly of: P
  /** What stands there until it has come. */
  readonly meanwhile?: ReactNode
}

/** What a module puts on a screen. When it fails, the rest of the screen stands. */
export function Slot<P extends object>({ part, of, meanwhile }: SlotProps<P>) {
  const language = useLanguage()
  const Shown = shownIn(part, language)
  return (
    <CatchBoundary getResetKey={() => language} errorComponent={({ error }) => <TroubleState error={error} />}>
      <Suspense fallback={meanwhile}>
        <Shown {...of} />
      </Suspense>
    </CatchBoundary>
  )
}

const known = new WeakMap<object, Map<Language, unknown>>()

/** The same component each time, or it would begin anew with each drawing. */
function shownIn<P extends object>(part: Part<P>, language: Language): ComponentType<P> {
  const spoken = known.get(part) ?? new Map()
  known.set(part, spoken)
  const shown = spoken.get(language) ?? lazyPart(() => loadPart(part, language))
  spoken.set(language, shown)
  return shown as ComponentType<P>
}

/** With its words: what waits for them while it is drawn is shown late. */
async function loadPart<P extends object>(part: Part<P>, language: Language) {
  const [loaded] = await Promise.all([part.load(), part.words?.fetch(language)])
  return loaded
}
