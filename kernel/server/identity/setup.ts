import { sql } from 'kysely'
import { parseFields } from '../../fields/index.ts'
import { user } from '../../objects/user.ts'
import type { Given } from '../../schema/object.ts'
import { Refused } from '../../schema/refused.ts'
import { systemActor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { companyName, country, currency, language, timeZone } from '../settings/company.ts'
import { writeSetting } from '../settings/settings.ts'
import { writeCredential } from './credentials.ts'
import { checkPassword, hashPassword, passwordField } from './password.ts'
import { makeStandardRoles } from './standard-roles.ts'

/** What the first run asks: who owns this Rapport, and what the company is. */
export const setUpFields = {
  name: user.fields.name,
  email: user.fields.email,
  password: passwordField,
  company_name: { ...companyName.field, required: true },
  currency: { ...currency.field, default: currency.default },
  language: { ...language.field, default: language.default },
  country: { ...country.field, default: country.default },
  time_zone: { ...timeZone.field, default: timeZone.default },
} as const

export type SetUp = Given<typeof setUpFields>

/** Until somebody can sign in, the first who comes may set up; from then on nobody. */
export async function isSetUp(db: Db | Tx): Promise<boolean> {
  return (await db.selectFrom('credentials').select('user_id').limit(1).executeTakeFirst()) !== undefined
}

/** Roles, owner and company: from the page, the command line or the environment. Answers with the owner's id. */
export async function setUp(kernel: Kernel, given: SetUp): Promise<string> {
  if (await isSetUp(kernel.database.db)) throw done()
  const actor = systemActor(kernel.locale)
  const values = parseFields(setUpFields, given, actor.locale, { partial: false }) as Values
  checkPassword(values.password, values.email)
  const hash = await hashPassword(values.password)
  return inContext(kernel, { actor, source: 'command' }, ctx => setUpOnce(ctx, values, hash))
}

type Values = Required<{ [K in keyof SetUp]: string }>
const done = () => new Refused('setup.done', {}, { kind: 'conflict' })
const setUpLock = 0x7261_7006

async function setUpOnce(ctx: Context, values: Values, hash: string) {
  await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(ctx.db)
  if (await isSetUp(ctx.db)) throw done()
  const roles = await makeStandardRoles(ctx)
  const { name, email } = values
  const spoken = values.language === 'fr' ? 'fr' : 'en'
  const [owner] = await ctx.create(user, [
    { name, email, language: spoken, active: true, roles: [{ id: roles.superuser, role: null }] },
  ])
  if (!owner) throw new Error('The owner was not made.')
  await writeCredential(ctx.db, owner.id, hash, ctx.now)
  await writeSetting(ctx, companyName, values.company_name)
  for (const setting of [currency, language, country, timeZone])
    await writeSetting(ctx, setting as typeof currency, values[setting.key])
  return owner.id
}
