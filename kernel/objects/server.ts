import { Refused } from '../schema/refused.ts'
import { handle, rule } from '../server/actions/behaviours.ts'
import { role, roleGrant, roleMask } from './role.ts'
import { user } from './user.ts'

/** The last who may do everything stays: nobody locks the company out of its own system. */
const deactivate = handle(user, 'deactivate', async (ctx, users) => {
  ctx.refuse('user.self', users.filter(({ id }) => id === ctx.actor.id))
  return ctx.update(user, users, { active: false }, 'deactivated')
})

const reactivate = handle(user, 'reactivate', async (ctx, users) => ctx.update(user, users, { active: true }, 'reactivated'))

/** Who may edit people but not roles cannot hand out rights. */
const guardRoles = rule(user, ['create', 'update'], async (ctx, drafts) => {
  const given = drafts.filter(({ before, after }) => JSON.stringify(before?.roles ?? []) !== JSON.stringify(after.roles))
  if (given.length && !ctx.actor.roles.some(({ everything }) => everything)) throw new Refused('role.not-yours', {})
  return undefined
})

const guardEverything = rule(role, ['create', 'update', 'delete', 'purge'], async ctx => requireEverything(ctx.actor))
const guardGrants = rule(roleGrant, ['create', 'update', 'delete', 'restore', 'purge'], async ctx => requireEverything(ctx.actor))
const guardMasks = rule(roleMask, ['create', 'update', 'delete', 'restore', 'purge'], async ctx => requireEverything(ctx.actor))

async function requireEverything(actor: { readonly roles: readonly { readonly everything: boolean }[] }) {
  if (!actor.roles.some(({ everything }) => everything)) throw new Refused('role.not-yours', {})
  return undefined
}

export const objectBehaviours = [deactivate, reactivate, guardRoles, guardEverything, guardGrants, guardMasks]
