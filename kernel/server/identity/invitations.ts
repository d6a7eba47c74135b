import { sql } from 'kysely'
import { user } from '../../objects/user.ts'
import { invalidField, missing, Refused } from '../../schema/refused.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { may } from '../access/rights.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Context } from '../records/context.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { requireThere } from './rights-given.ts'
import { hashToken } from './token.ts'

export const invitationDays = 7
export const inviteJob = 'identity.send-invitation'

/** Made from its id, so that a mail that is sent again carries the same one; kept as its hash. */
export const invitationToken = (secrets: Secrets, id: string) => secrets.sign('invitation', id)

interface Invited {
  readonly email: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
}

export async function invite(ctx: Context, { email, roles, teams }: Invited): Promise<string> {
  requireInviter(ctx)
  if (roles.length || teams.length) requireAdministrator(ctx.actor, 'role.not-yours')
  await requireThere(ctx.db, 'roles', roles)
  await requireThere(ctx.db, 'teams', teams)
  if ((await ctx.find(user, { email })).length) throw invalidField('email', 'invitation.already-user')
  const id = ctx.kernel.newId()
  await writeInvitation(ctx.db, {
    id,
    email,
    roles,
    teams,
    invitedBy: ctx.actor.id,
    token: invitationToken(ctx.kernel.secrets, id),
    now: ctx.now,
  })
  await ctx.enqueue(inviteJob, { id, email })
  return id
}

interface Writing extends Invited {
  readonly id: string
  readonly invitedBy: string | null
  readonly token: string
  readonly now: string
}

/** One open invitation to an address: a new one takes the place of the one before. Safe to run twice. */
export async function writeInvitation(db: Tx, { id, email, roles, teams, invitedBy, token, now }: Writing) {
  await sql`update invitations set revoked_at = ${now} where email = ${email} and id <> ${id}::uuid
    and accepted_at is null and revoked_at is null and (${invitedBy}::uuid is not null or invited_by is null)`.execute(
    db,
  )
  await sql`insert into invitations (id, token_hash, email, roles, teams, invited_by, created_at, expires_at)
    values (${id}, ${hashToken(token)}, ${email}, ${[...roles]}::uuid[], ${[...teams]}::uuid[], ${invitedBy}, ${now},
      ${now}::timestamptz + ${invitationDays} * interval '1 day')
    on conflict (id) do nothing`.execute(db)
}

export function requireInviter({ actor, models }: Pick<Context, 'actor' | 'models'>) {
  if (!may(actor, models.get('user'), 'create')) throw new Refused('forbidden', { object: 'user', verb: 'create' })
}

export const listInvitations = (db: Db) =>
  db
    .selectFrom('invitations')
    .select(['id', 'email', 'roles', 'teams', 'invited_by', 'created_at', 'expires_at'])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()

/** The same link, for another week. */
export async function resendInvitation(ctx: Context, id: string) {
  requireInviter(ctx)
  const { rows } = await sql<{
    email: string
    handed: boolean
  }>`update invitations set expires_at = ${ctx.now}::timestamptz + ${invitationDays} * interval '1 day'
    where id = ${id}::uuid and accepted_at is null and revoked_at is null
    returning email, cardinality(roles) + cardinality(teams) > 0 as handed`.execute(ctx.db)
  if (!rows[0]) throw missing('invitation', id)
  if (rows[0].handed) requireAdministrator(ctx.actor, 'role.not-yours')
  await ctx.enqueue(inviteJob, { id, email: rows[0].email })
}

export async function revokeInvitation(ctx: Context, id: string) {
  requireInviter(ctx)
  const { rows } = await sql`update invitations set revoked_at = ${ctx.now}
    where id = ${id}::uuid and accepted_at is null and revoked_at is null returning 1 as revoked`.execute(ctx.db)
  if (rows.length === 0) throw missing('invitation', id)
}
