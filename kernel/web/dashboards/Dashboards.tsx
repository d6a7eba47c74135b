import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import type { ReadyDashboard } from '../slots/page-parts.ts'
import { TroubleState } from '../ui/State.tsx'
import { meQuery } from '../views/views.ts'
import { DashboardGone } from './DashboardGone.tsx'
import { dashboardsQuery, firstDashboard } from './dashboards.ts'
import { Kept } from './Kept.tsx'
import { NoDashboard } from './NoDashboard.tsx'
import { Ready } from './Ready.tsx'
import { useSeenReady } from './use-seen-ready.ts'
import { Waiting } from './Waiting.tsx'

/** One dashboard, and the way to the others: that of the address, or the one that opens first. */
export default function Dashboards() {
  const { dashboard: asked } = useParams({ strict: false })
  const { byName, person } = useSchema()
  const of = byName('dashboard')
  const known = useQuery(dashboardsQuery(of))
  const me = useQuery(meQuery)
  const ready = useSeenReady()
  if (known.error) return <TroubleState error={known.error} retry={() => void known.refetch()} />
  if (!known.data || (asked === undefined && me.isPending)) return <Waiting />
  const all = known.data
  const id = asked ?? firstDashboard(all, person.id, me.data?.roles ?? [])?.id ?? Object.keys(ready)[0] ?? all[0]?.id
  const isReady = id !== undefined && Object.hasOwn(ready, id)
  if (id === undefined) return <NoDashboard all={all} />
  if (isReady) return <Ready key={id} id={id} of={ready[id] as ReadyDashboard} all={all} />
  return of ? <Kept key={id} of={of} id={id} all={all} /> : <DashboardGone />
}
