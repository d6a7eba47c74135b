import { sql } from 'kysely'
import { role } from '../../objects/role.ts'
import { user } from '../../objects/user.ts'
import type { Row } from '../../schema/object.ts'
import { Refused } from '../../schema/refused.ts'
import { type Behaviour, consequence } from '../actions/behaviours.ts'
import type { Context } from '../records/context.ts'

// Nobody locks the company out of its own system. Looked at after the write, one writer after the other: two
// administrators who remove each other at the same time do not both succeed.

const afterUserChange = consequence(user, ['updated'], (ctx, drafts) =>
  requireOneIfLost(
    ctx,
    drafts.flatMap(({ before, after }) => lostRoles(before, after)),
  ),
)
const afterUserRemoval = consequence(user, ['deleted'], (ctx, drafts) =>
  requireOneIfLost(
    ctx,
    drafts.flatMap(({ before }) => (before?.active ? before.roles.map(({ id }) => id) : [])),
  ),
)
const afterRoleChange = consequence(role, ['updated'], (ctx, drafts) =>
  requireOneIfHeld(
    ctx,
    drafts.filter(({ before, after }) => before?.everything && !after.everything).map(({ after }) => after.id),
  ),
)
const afterRoleRemoval = consequence(role, ['deleted'], (ctx, drafts) =>
  requireOneIfHeld(
    ctx,
    drafts.filter(({ after }) => after.everything).map(({ after }) => after.id),
  ),
)

export const lastAdministrator: readonly Behaviour[] = [
  afterUserChange,
  afterUserRemoval,
  afterRoleChange,
  afterRoleRemoval,
]

type User = Row<typeof user>

function lostRoles(before: User | null, after: User): string[] {
  if (!before?.active) return []
  const kept = after.active ? after.roles.map(({ id }) => id) : []
  return before.roles.map(({ id }) => id).filter(id => !kept.includes(id))
}

async function requireOneIfLost(ctx: Context, roleIds: readonly string[]) {
  if (roleIds.length === 0) return
  const { rows } =
    await sql`select 1 from roles where id = any(${[...roleIds]}::uuid[]) and everything and deleted_at is null limit 1`.execute(
      ctx.db,
    )
  if (rows.length) await requireOne(ctx)
}

async function requireOneIfHeld(ctx: Context, roleIds: readonly string[]) {
  if (roleIds.length === 0) return
  const { rows } = await sql`select 1 from links l join users u on u.id = l.from_id
    where l.to_id = any(${[...roleIds]}::uuid[]) and l.field = 'roles' and u.active and u.deleted_at is null limit 1`.execute(
    ctx.db,
  )
  if (rows.length) await requireOne(ctx)
}

const administratorsLock = 0x7261_7005

async function requireOne(ctx: Context) {
  await sql`select pg_advisory_xact_lock(${administratorsLock})`.execute(ctx.db)
  const { rows } = await sql`select 1 from links l join users u on u.id = l.from_id join roles r on r.id = l.to_id
    where l.field = 'roles' and u.active and u.deleted_at is null and r.everything and r.deleted_at is null limit 1`.execute(
    ctx.db,
  )
  if (rows.length === 0) throw new Refused('user.last-administrator')
}
