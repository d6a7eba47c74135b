import { useSchema } from '../schema/use-schema.ts'
import type { ReadyDashboard } from '../slots/page-parts.ts'
import { useReadyDashboards } from '../slots/Slot.tsx'

/** Those of whose records one may see any. */
export function useSeenReady(): Readonly<Record<string, ReadyDashboard>> {
  const { byName } = useSchema()
  const ready = Object.entries(useReadyDashboards() ?? {})
  return Object.fromEntries(ready.filter(([, { of }]) => byName(of)))
}
