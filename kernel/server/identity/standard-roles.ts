import { role, roleGrant, roleMask } from '../../objects/role.ts'
import type { Scope } from '../access/actor.ts'
import type { Context } from '../records/context.ts'
import type { Model } from '../tables/model.ts'

type Word = Exclude<Scope, object>
interface Standard {
  readonly name: string
  readonly description: string
  readonly everything?: boolean
  readonly grants: (models: readonly Model[]) => readonly (readonly [object: string, verb: string, scope: Word])[]
  readonly masks: readonly (readonly [object: string, field: string])[]
}

/** Who someone is and what they may do: kept by those who may do everything. */
const rights = ['user', 'team', 'role', 'role_grant', 'role_mask', 'custom_field']
const comings = [
  ['user', 'last_sign_in_at'],
  ['user', 'last_sign_out_at'],
] as const

const superuser: Standard = {
  name: 'superuser',
  description: 'Runs Rapport: may do everything.',
  everything: true,
  grants: () => [],
  masks: [],
}

const staff: Standard = {
  name: 'staff',
  description: 'Sees and edits everything but people and their rights.',
  grants: models => [
    ['*', '*', 'everybody'],
    ...models.filter(({ name }) => rights.includes(name)).flatMap(readOnly),
    ...models.filter(({ object }) => object.shared).map(({ name }) => [name, '*', 'own'] as const),
  ],
  masks: comings,
}

const regular: Standard = {
  name: 'regular',
  description: 'Sees and edits what is assigned to them.',
  grants: models => [
    ['*', '*', 'own'],
    ['*', 'export', 'nobody'],
    ['*', 'import', 'nobody'],
    ...models.filter(({ object }) => !object.owned && !object.through).flatMap(readOnly),
  ],
  masks: comings,
}

/** What the company shares (stages, tags, colleagues) is read by all. */
const readOnly = ({ name }: Model) =>
  [
    [name, 'read', 'everybody'],
    [name, '*', 'nobody'],
  ] as const

/** Makes those that are not there yet; answers with their ids by name. */
export async function makeStandardRoles(
  ctx: Context,
): Promise<Readonly<Record<'superuser' | 'staff' | 'regular', string>>> {
  return { superuser: await make(ctx, superuser), staff: await make(ctx, staff), regular: await make(ctx, regular) }
}

async function make(ctx: Context, { name, description, everything = false, grants, masks }: Standard): Promise<string> {
  const [known] = await ctx.find(role, { name, everything })
  if (known) return known.id
  const [made] = await ctx.create(role, [{ name, description, everything }])
  if (!made) throw new Error('A role was not made.')
  await ctx.create(
    roleGrant,
    grants(ctx.models.all).map(([object, verb, scope]) => ({ role: made.id, object, verb, scope })),
  )
  await ctx.create(
    roleMask,
    masks.map(([object, field]) => ({ role: made.id, object, field, level: 'hidden' as const })),
  )
  return made.id
}
