import { sql } from 'kysely'
import { user } from '../../objects/user.ts'
import { invalidField, missing } from '../../schema/refused.ts'
import { isAdministrator } from '../access/administrator.ts'
import { inContext } from '../actions/open-context.ts'
import { a, many, oneOf, orNull, says } from '../describe/answers.ts'
import type { Principal } from '../http/request.ts'
import { sourceOf } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { requireFiles } from '../records/attach.ts'
import { companyName } from '../settings/company.ts'
import { readSettings } from '../settings/settings.ts'

/** What people change about themselves; what is left out of a request stays. */
const { name, picture, language, time_zone, reminders } = user.fields
export const profileFields = {
  name: { ...name, required: false },
  picture,
  language: { type: 'choice', options: language.options },
  time_zone,
  reminders: { type: 'choice', options: reminders.options },
} as const

export async function editProfile(
  kernel: Kernel,
  principal: Principal,
  values: Readonly<Record<string, unknown>>,
  given: unknown,
) {
  const patch = Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(Object(given), key)))
  for (const key of ['name', 'language', 'reminders']) if (patch[key] === null) throw invalidField(key, 'required')
  await inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, async ctx => {
    const me = await ctx.byIds(user, [String(principal.actor.id)])
    await requireFiles(
      ctx,
      user.fields,
      [patch],
      me.map(row => ({ ...row })),
    )
    await ctx.update(user, me, patch)
  })
}

interface Me {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly picture: string | null
  readonly language: string
  readonly time_zone: string | null
  readonly reminders: string
  readonly last_sign_in_at: string | null
}

const named = { id: a.id, name: a.text }
export const meAnswer = says({
  ...{ ...named, email: a.text, picture: orNull(a.id), language: a.text, time_zone: orNull(a.text) },
  ...{ reminders: a.text, last_sign_in_at: orNull(a.moment), via: oneOf('session', 'key'), administrator: a.flag },
  ...{ roles: many(named), teams: many(named) },
  company: says({ name: a.text, language: a.text, zone: a.text, country: a.text, currency: a.text }),
})

/** Who is signed in, and where: what the page starts with. */
export async function describeMe(kernel: Kernel, { actor, via }: Principal) {
  const { db } = kernel.database
  const { rows } =
    await sql<Me>`select id, name, email, picture, language, time_zone, reminders, last_sign_in_at from users
    where id = ${actor.id}::uuid`.execute(db)
  const [me] = rows
  if (!me) throw missing('user', String(actor.id))
  const { rows: teams } = await sql<{
    id: string
    name: string
  }>`select t.id, t.name from links l join teams t on t.id = l.to_id
    where l.from_object = 'user' and l.from_id = ${me.id}::uuid and l.field = 'teams' and t.deleted_at is null order by fold(t.name)`.execute(
    db,
  )
  const { company_name } = await readSettings(db, [companyName])
  return {
    ...me,
    via,
    roles: actor.roles.map(({ id, name: called }) => ({ id, name: called })),
    teams,
    administrator: isAdministrator(actor),
    company: { name: company_name, ...kernel.locale },
  }
}
