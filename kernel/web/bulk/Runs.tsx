import { lazy, Suspense } from 'react'
import { useWatched } from './runs.ts'

const RunCards = lazy(() => import('./RunCards.tsx'))

/** What is being done to many records, wherever one is in the page by now. */
export function Runs() {
  const ids = useWatched()
  return ids.length > 0 ? (
    <Suspense>
      <RunCards ids={ids} />
    </Suspense>
  ) : null
}
