import { Suspense } from 'react'
import { lazyPart } from '../ui/when-online.ts'
import { useWatched } from './runs.ts'

const RunCards = lazyPart(() => import('./RunCards.tsx'))

/** What is being done to many records, wherever one is in the page by now. */
export function Runs() {
  const ids = useWatched()
  return ids.length > 0 ? (
    <Suspense>
      <RunCards ids={ids} />
    </Suspense>
  ) : null
}
