import { sql } from 'kysely'
import { role, roleGrant, roleMask } from '../../objects/role.ts'
import { team } from '../../objects/team.ts'
import { user } from '../../objects/user.ts'
import { type Behaviour, consequence } from '../actions/behaviours.ts'
import type { Context } from '../records/context.ts'
import { principalsOf } from './principals.ts'
import { endAllSessions } from './sessions.ts'

const afterDeactivation = consequence(user, ['updated'], (ctx, drafts) =>
  endAccess(
    ctx,
    drafts.filter(({ before, after }) => before?.active && !after.active).map(({ after }) => after.id),
  ),
)
const afterRemoval = consequence(user, ['deleted'], (ctx, drafts) =>
  endAccess(
    ctx,
    drafts.map(({ after }) => after.id),
  ),
)

/** Sessions, keys and links of somebody who has left; invitations too, by which they could come back. */
async function endAccess(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return
  await endAllSessions(ctx.db, ids)
  const people = sql`any(${[...ids]}::uuid[])`
  await sql`update api_keys set revoked_at = ${ctx.now} where user_id = ${people} and revoked_at is null`.execute(
    ctx.db,
  )
  await sql`update password_resets set used_at = ${ctx.now} where user_id = ${people} and used_at is null`.execute(
    ctx.db,
  )
  await sql`update invitations set revoked_at = ${ctx.now}
    where invited_by = ${people} and accepted_at is null and revoked_at is null`.execute(ctx.db)
}

const events = ['created', 'updated', 'deleted', 'restored'] as const
const forgetUsers = consequence(user, events, async ctx => forget(ctx))
const forgetTeams = consequence(team, events, async ctx => forget(ctx))
const forgetRoles = consequence(role, events, async ctx => forget(ctx))
const forgetGrants = consequence(roleGrant, events, async ctx => forget(ctx))
const forgetMasks = consequence(roleMask, events, async ctx => forget(ctx))

/** Here at once; on other servers within the second that they remember. */
function forget(ctx: Context) {
  ctx.afterCommit.push(async () => principalsOf(ctx.kernel).forget())
}

export const endOfAccess: readonly Behaviour[] = [
  afterDeactivation,
  afterRemoval,
  forgetUsers,
  forgetTeams,
  forgetRoles,
  forgetGrants,
  forgetMasks,
]
