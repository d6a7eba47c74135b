import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { type ListLayout, layoutOf } from '../list/list-state.ts'
import { useSchema } from '../schema/use-schema.ts'
import { firstView, layoutIn, meQuery, type View, viewsQuery } from './views.ts'

/** The address says so where somebody wants no view though one would open first. */
export const noView = 'all'

export interface Viewed {
  readonly views: readonly View[]
  readonly current: View | undefined
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
  const isForRoles = views.some(({ default_for }) => default_for.length > 0)
  const me = useQuery({ ...meQuery, enabled: asked === undefined && isForRoles })
  const roles = me.data?.roles.map(({ id }) => id) ?? []
  const current = asked === undefined ? firstView(views, person.id, roles) : views.find(({ id }) => id === asked)
  const declared = layoutOf(object)
  const base = useMemo(() => (current ? layoutIn(current, declared) : declared), [current, declared])
  const isGone = isSuccess && asked !== undefined && asked !== noView && !current
  return { views, current, base, isWaiting: isPending || me.isLoading, isGone }
}

const noViews: readonly View[] = []
