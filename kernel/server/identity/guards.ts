// What nobody does to people and rights, whichever way they come: API, import, bulk edit, undo.

import { sql } from 'kysely'
import { role, roleGrant, roleMask } from '../../objects/role.ts'
import { user } from '../../objects/user.ts'
import type { Row } from '../../schema/object.ts'
import { Refused } from '../../schema/refused.ts'
import { isAdministrator, requireAdministrator } from '../access/administrator.ts'
import { type Behaviour, rule } from '../actions/behaviours.ts'
import type { Context } from '../records/context.ts'

type User = Row<typeof user>
interface Draft {
  readonly before: User | null
  readonly after: User
}

/** Roles and teams decide what somebody sees and does; an e-mail address decides who gets the link to a new password. */
const guardUser = rule(user, ['create', 'update'], async (ctx, drafts) => {
  if (isAdministrator(ctx.actor)) return undefined
  if (drafts.some(givesRights)) throw new Refused('role.not-yours')
  if (drafts.some(draft => changesAddress(draft) && draft.after.id !== ctx.actor.id))
    throw new Refused('user.email-not-yours')
  await requireBelow(
    ctx,
    drafts.filter(({ before, after }) => before && before.active !== after.active),
  )
  return undefined
})

const guardRemoval = rule(user, ['delete', 'restore', 'purge'], async (ctx, drafts, moment) => {
  if (moment === 'delete')
    ctx.refuse(
      'user.self',
      drafts.map(({ after }) => after).filter(({ id }) => id === ctx.actor.id),
    )
  if (!isAdministrator(ctx.actor)) await requireBelow(ctx, drafts)
  return undefined
})

const onlyAdministrators = async ({ actor }: Context) => {
  requireAdministrator(actor, 'role.not-yours')
  return undefined
}
const everyWrite = ['create', 'update', 'delete', 'restore', 'purge'] as const
const guardRole = rule(role, everyWrite, onlyAdministrators)
const guardGrant = rule(roleGrant, everyWrite, onlyAdministrators)
const guardMask = rule(roleMask, everyWrite, onlyAdministrators)

export const identityGuards: readonly Behaviour[] = [guardUser, guardRemoval, guardRole, guardGrant, guardMask]

const givesRights = ({ before, after }: Draft) =>
  idsOf(before?.roles) !== idsOf(after.roles) || idsOf(before?.teams) !== idsOf(after.teams)

const idsOf = (links: User['roles'] = []) =>
  links
    .map(({ id }) => id)
    .sort()
    .join()

const changesAddress = ({ before, after }: Draft) => before !== null && before.email !== after.email

/** Nobody locks out, or brings back, those who may do more. */
async function requireBelow(ctx: Context, drafts: readonly Draft[]) {
  const ids = drafts.map(({ after }) => after.id)
  if (ids.length === 0) return
  const { rows } = await sql`select 1 from links l join roles r on r.id = l.to_id
    where l.from_id = any(${ids}::uuid[]) and l.field = 'roles' and r.everything and r.deleted_at is null limit 1`.execute(
    ctx.db,
  )
  if (rows.length) throw new Refused('user.above-you')
}
