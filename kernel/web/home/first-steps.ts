import { queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'

/** What whoever runs a new Rapport does first. */
export interface FirstStep {
  readonly code: string
  readonly title: string
  readonly hint: string | null
  /** Where it is done. */
  readonly path: string
  readonly icon: string
  readonly done: boolean
}

export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: async ({ signal }) =>
    ((await request({ path: '/api/first-steps', signal })) as { readonly rows: readonly FirstStep[] }).rows,
  staleTime: 0,
})
