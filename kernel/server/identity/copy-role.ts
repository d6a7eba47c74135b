import { role, roleGrant, roleMask } from '../../objects/role.ts'
import { handle } from '../actions/behaviours.ts'

/** Another role that gives and hides the same; nobody has it yet. Answers with it. */
export const copyRole = handle(role, 'copy', async (ctx, roles, { name }) => {
  const copies = await ctx.create(
    role,
    roles.map(({ description, everything }) => ({ name, description, everything })),
  )
  const from = { role: { in: roles.map(({ id }) => id) } }
  const copyOf = (id: string) => copies[roles.findIndex(each => each.id === id)]?.id ?? id
  const grants = await ctx.find(roleGrant, from)
  const masks = await ctx.find(roleMask, from)
  await ctx.create(
    roleGrant,
    grants.map(({ role: of, object, verb, scope, filter }) => ({ role: copyOf(of), object, verb, scope, filter })),
  )
  await ctx.create(
    roleMask,
    masks.map(({ role: of, object, field, level }) => ({ role: copyOf(of), object, field, level })),
  )
  return copies
})
