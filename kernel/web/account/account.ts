// One's own account, as /api/me tells it.

import { queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'

export interface Me {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly picture: string | null
  readonly language: string
  readonly time_zone: string | null
  readonly reminders: string
}

export interface Session {
  readonly id: string
  readonly created_at: string
  readonly seen_at: string
  readonly ip: string | null
  readonly user_agent: string | null
  readonly current: boolean
}

export interface Key {
  readonly id: string
  readonly prefix: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expires_at: string | null
  readonly last_used_at: string | null
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => read<Me>('/api/me', signal),
})
export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => rows<Session>('/api/me/sessions', signal),
})
export const keysQuery = queryOptions({
  queryKey: ['me', 'keys'],
  queryFn: ({ signal }) => rows<Key>('/api/me/keys', signal),
})

export const changeMe = (patch: unknown) => request({ method: 'PATCH', path: '/api/me', body: patch })
export const changePassword = (given: unknown) => request({ method: 'POST', path: '/api/me/password', body: given })
export const endSession = (id: string) => request({ method: 'DELETE', path: `/api/me/sessions/${id}` })
export const endOtherSessions = () => request({ method: 'DELETE', path: '/api/me/sessions' })
export const makeKey = async (given: unknown) =>
  (await request({ method: 'POST', path: '/api/me/keys', body: given })) as Key & { readonly key: string }
export const revokeKey = (id: string) => request({ method: 'DELETE', path: `/api/me/keys/${id}` })

async function read<T>(path: string, signal: AbortSignal) {
  return (await request({ path, signal })) as T
}

async function rows<R>(path: string, signal: AbortSignal) {
  return (await read<{ readonly rows: readonly R[] }>(path, signal)).rows
}
