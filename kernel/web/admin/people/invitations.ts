import { queryOptions } from '@tanstack/react-query'
import { drop, post, readRows } from '../admin.ts'

export interface OpenInvitation {
  readonly id: string
  readonly email: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly created_at: string
  readonly expires_at: string
}

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => readRows<OpenInvitation>('/api/invitations', signal),
})

export const invite = (given: unknown) => post('/api/invitations', given)
export const resend = ({ id }: OpenInvitation) => post(`/api/invitations/${id}/resend`)
export const withdraw = ({ id }: OpenInvitation) => drop(`/api/invitations/${id}`)
