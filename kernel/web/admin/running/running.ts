// How Rapport itself is doing, as the server tells who may do everything.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AnyRecord, Included } from '../../client.ts'
import { drop, post, read, readRows } from '../admin.ts'
import type { AuditSearch } from './audit-search.ts'

export interface Change {
  readonly pos: number
  /** What the record is called, or was. */
  readonly title: string
  readonly at: string
  readonly object: string
  readonly record_id: string
  readonly events: readonly string[]
  readonly actor_id: string | null
  readonly source: string
  readonly batch: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

interface AuditPage {
  readonly rows: readonly Change[]
  readonly included: Included
  readonly next: number | null
}

export const auditQuery = (asked: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ signal, pageParam }) => read<AuditPage>('/api/audit', signal, { ...asked, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Also those who have gone: what they did stays theirs. */
export const peopleQuery = queryOptions({
  queryKey: ['list', 'user', 'names'],
  queryFn: ({ signal }) => readRows<AnyRecord>('/api/users', signal, { columns: 'name', limit: 200 }),
})

export interface QueueStat {
  readonly job: string
  readonly waiting: number
  readonly delayed: number
  readonly running: number
  readonly retrying: number
  readonly failed: number
}
export interface Failure {
  readonly id: string
  readonly job: string
  readonly state: 'failed' | 'retrying'
  readonly attempts: number
  readonly error: string | null
  readonly created_at: string
  readonly next_at: string | null
}

/** Looked at again while the page is open: work goes on by itself. */
const refetchInterval = 5000
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => readRows<QueueStat>('/api/jobs', signal),
  refetchInterval,
})
export const failuresQuery = queryOptions({
  queryKey: ['jobs', 'failures'],
  queryFn: ({ signal }) => readRows<Failure>('/api/jobs/failures', signal),
  refetchInterval,
})
export const retryJob = ({ id }: Failure) => post(`/api/jobs/failures/${id}/retry`)
export const dropJob = ({ id }: Failure) => drop(`/api/jobs/failures/${id}`)

export interface Mail {
  readonly id: string
  readonly recipients: readonly string[]
  readonly subject: string
  readonly text: string
  readonly created_at: string
}
export interface FailedMail extends Failure {
  readonly recipient: string | null
}
export const failedMailQuery = queryOptions({
  queryKey: ['jobs', 'failed-mail'],
  queryFn: ({ signal }) => readRows<FailedMail>('/api/outbox/failed', signal),
  refetchInterval,
})
export const outboxQuery = queryOptions({
  queryKey: ['outbox'],
  queryFn: ({ signal }) => readRows<Mail>('/api/outbox', signal),
})

export interface Health {
  readonly version: string
  readonly node: string
  readonly uptime_seconds: number
  readonly memory_bytes: number
  readonly mail: 'sent' | 'kept'
  readonly database: { readonly kind: 'embedded' | 'postgres'; readonly version: string; readonly size_bytes: number }
  readonly jobs: {
    readonly waiting: number
    readonly running: number
    readonly failed: number
    readonly oldest_seconds: number
  }
  readonly readers: readonly { readonly name: string; readonly behind_seconds: number }[]
  readonly disk: { readonly free_bytes: number; readonly total_bytes: number }
}
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => read<Health>('/api/health', signal),
  refetchInterval,
})

export interface LoggedBackup {
  readonly at: string
  readonly actor_id: string | null
  readonly source: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
}
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: ({ signal }) => readRows<LoggedBackup>('/api/backups', signal),
})
