import { email, refs } from '../../../fields/index.ts'
import { inContext } from '../../actions/open-context.ts'
import { a, nothing, orNull, rowsOf, says } from '../../describe/answers.ts'
import { listOf } from '../../describe/json-schema.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { readId } from '../../http/query.ts'
import type { Principal } from '../../http/request.ts'
import type { Kernel } from '../../kernel.ts'
import type { Context } from '../../records/context.ts'
import { invite, listInvitations, requireInviter, resendInvitation, revokeInvitation } from '../invitations.ts'
import { chapter, requireInPerson } from './calls.ts'

export const invitingEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/invitations',
    chapter,
    summary: 'Invitations that were neither accepted nor revoked',
    answer: rowsOf({
      id: a.id,
      email: a.text,
      roles: listOf(a.id),
      teams: listOf(a.id),
      invited_by: orNull(a.id),
      created_at: a.moment,
      expires_at: a.moment,
    }),
    async run({ kernel, principal }) {
      requireInviter({ actor: principal.actor, models: kernel.models })
      return { status: 200, body: { rows: await listInvitations(kernel.database.db) } }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/invitations',
    chapter,
    summary: 'Invites somebody by mail, with the roles and teams they will have',
    answer: says({ id: a.id }),
    body: {
      email: email({ required: true, label: 'E-mail' }),
      roles: refs('role', { label: 'Roles' }),
      teams: refs('team', { label: 'Teams' }),
    },
    async run({ kernel, principal, body }) {
      const [roles, teams] = [idsOf(body.roles), idsOf(body.teams)]
      const invited = { email: body.email, roles, teams }
      return { status: 201, body: { id: await inPerson(kernel, principal, ctx => invite(ctx, invited)) } }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/invitations/:id/resend',
    chapter,
    summary: 'Sends the mail again; the link holds for another week',
    answer: says({ sent: a.flag }),
    async run({ kernel, principal, params }) {
      await inPerson(kernel, principal, ctx => resendInvitation(ctx, readId(params.id)))
      return { status: 202, body: { sent: true } }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/invitations/:id',
    chapter,
    summary: 'Revokes an invitation',
    answer: nothing,
    async run({ kernel, principal, params }) {
      await inPerson(kernel, principal, ctx => revokeInvitation(ctx, readId(params.id)))
      return { status: 204 }
    },
  }),
]

function inPerson<T>(kernel: Kernel, principal: Principal, run: (ctx: Context) => Promise<T>): Promise<T> {
  requireInPerson(principal)
  return inContext(kernel, { actor: principal.actor, source: 'page' }, run)
}

const idsOf = (links: readonly { readonly id: string }[]) => links.map(({ id }) => id)
