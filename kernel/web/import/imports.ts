// What the server tells of an import, and what is asked of it.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'

export type Fate = 'created' | 'updated' | 'unchanged' | 'failed'
export type Status =
  | 'new'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'failed'
  | 'reverting'
  | 'reverted'

export interface Counted extends Readonly<Record<Fate, number>> {
  readonly id: string
  readonly object: string
  readonly status: Status
  readonly rows: number
  readonly share: number
  readonly rate: number | null
  readonly seconds_left: number | null
  readonly created_at: string
  readonly ended_at: string | null
}

export interface Summary extends Counted {
  readonly file: string | null
}

export interface Format {
  readonly encoding: string
  readonly delimiter: string
  readonly header: boolean
}

export interface PlannedColumn {
  readonly column: number
  readonly field: string
  readonly match?: string
  readonly missing?: Missing
}
export type Missing = 'error' | 'empty' | 'create'

export interface Plan {
  readonly mode: 'create' | 'update' | 'upsert'
  readonly by: string | null
  readonly columns: readonly PlannedColumn[]
  readonly blank: 'keep' | 'clear'
  readonly dates: 'day' | 'month'
  /** What looks like a record that is there changes that one. */
  readonly alike?: 'create' | 'update'
}

export interface Target {
  readonly field: string
  readonly label: string
  readonly type?: string
  readonly required?: boolean
  readonly matches?: readonly string[]
}

export interface FileColumn {
  readonly column: number
  readonly header: string
  readonly samples: readonly string[]
  readonly proposed?: { readonly field: string; readonly because: 'name' | 'synonym' | 'values' }
}

export interface Problem {
  readonly field: string
  readonly code: string
  readonly message: string
}

export interface Detail {
  readonly row: number
  readonly fate: Fate
  readonly id?: string
  readonly changes: Readonly<Record<string, { readonly before: string; readonly after: string }>>
  readonly problems?: readonly Problem[]
  readonly similar?: { readonly id: string; readonly title: string; readonly score: number }
}

export interface Import extends Counted {
  readonly file?: { readonly id: string; readonly name: string; readonly size: number }
  readonly format: Format
  readonly columns: readonly FileColumn[]
  readonly fields: readonly Target[]
  readonly keys: readonly string[]
  readonly plan: Plan
  readonly detail: readonly Detail[]
  readonly problem?: { readonly code: string; readonly message: string }
  readonly reverted: { readonly undone: number; readonly kept: number } | null
}

export interface BadRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly problems: readonly Problem[]
}

const moving: readonly Status[] = ['checking', 'running', 'reverting']
export const isMoving = ({ status }: Pick<Counted, 'status'>) => moving.includes(status)

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: async ({ signal }) => (await request({ path: `/api/imports/${id}`, signal })) as Import,
    // It is told as it goes; this is for the word that was lost.
    refetchInterval: query => (query.state.data && isMoving(query.state.data) ? 3000 : false),
  })

export const importsQuery = (object: string) =>
  queryOptions({
    queryKey: ['imports', object],
    queryFn: async ({ signal }) =>
      (await request({ path: '/api/imports', query: { object }, signal })) as { readonly rows: readonly Summary[] },
    refetchInterval: query => (query.state.data?.rows.some(isMoving) ? 2000 : false),
  })

export const badRowsQuery = ({ id, status, failed }: Counted) =>
  infiniteQueryOptions({
    queryKey: ['import', id, 'rows', status, failed],
    queryFn: async ({ signal, pageParam }) =>
      (await request({ path: `/api/imports/${id}/rows`, query: { after: pageParam }, signal })) as {
        readonly rows: readonly BadRow[]
        readonly next: number | null
      },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled: failed > 0,
  })

export interface Asked {
  readonly file: string
  readonly object: string
  readonly encoding?: string
  readonly delimiter?: string
  readonly header?: 'yes' | 'no'
}

export const beginImport = (body: Asked) => post('/api/imports', body) as Promise<Import>
export const planImport = (id: string, plan: Plan) =>
  request({ method: 'PUT', path: `/api/imports/${id}`, body: plan }) as Promise<Import>
export const step = (id: string, name: 'check' | 'start' | 'cancel' | 'revert') =>
  post(`/api/imports/${id}/${name}`) as Promise<Counted>
export const mendImport = (id: string, rows: readonly MendedRow[]) =>
  post(`/api/imports/${id}/mend`, { rows }) as Promise<Import>

export interface MendedRow {
  readonly row: number
  readonly cells: Readonly<Record<number, string>>
}

export const problemsAddress = (id: string) => `/api/imports/${id}/problems.csv`

const post = (path: string, body: unknown = {}) => request({ method: 'POST', path, body })
