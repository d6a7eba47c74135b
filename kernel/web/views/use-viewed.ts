import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { type ListLayout, layoutOf } from '../list/list-state.ts'
import { useSchema } from '../schema/use-schema.ts'
import { type First, firstView, layoutIn, meQuery, type View, viewsQuery } from './views.ts'

/** The address says so where somebody wants no view though one would open first. */
export const noView = 'all'

export interface Viewed {
  readonly views: readonly View[]
  readonly current: View | undefined
  /** Why this one is open, where the address asks for none. */
  readonly first: First | undefined
  /** Of the view, or as declared: what the list differs from when it was changed. */
  readonly base: ListLayout
  /** Not known yet which it is. */
  readonly isWaiting: boolean
  /** The address asks for one that is not there, or that this person may not see. */
  readonly isGone: boolean
}

/** The views of an object, and the one that the address asks for or that opens first. */
export function useViewed(object: DescribedObject, asked: string | undefined): Viewed {
  const { byName, person } = useSchema()
  const { data: views = noViews, isPending, isSuccess } = useQuery(viewsQuery(byName('view'), object.name))
  const isForSome = views.some(view => view.default_for.length > 0 || view.default_for_teams.length > 0)
  const me = useQuery({ ...meQuery, enabled: asked === undefined && isForSome })
  const first = asked === undefined ? firstView(views, person.id, me.data ?? nobody) : undefined
  const current = first?.view ?? views.find(({ id }) => id === asked)
  const declared = layoutOf(object)
  const base = useMemo(() => (current ? layoutIn(current, declared) : declared), [current, declared])
  const isGone = isSuccess && asked !== undefined && asked !== noView && !current
  return { views, current, first, base, isWaiting: isPending || me.isLoading, isGone }
}

const noViews: readonly View[] = []
const nobody = { teams: [], roles: [] }
