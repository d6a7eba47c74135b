// What the command line does to people, beside a running server or without one.

import { user } from '../../objects/user.ts'
import { Refused } from '../../schema/refused.ts'
import { systemActor } from '../access/actor.ts'
import { loadActor } from '../access/load-actor.ts'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { issueKey } from './api-keys.ts'
import { replacePassword, writeCredential } from './credentials.ts'
import { checkPassword, hashPassword } from './password.ts'
import { roleIds } from './rights-given.ts'
import { isSetUp } from './setup.ts'

interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
  /** Names of roles. */
  readonly roles: readonly string[]
}

export async function makeUser(kernel: Kernel, { name, email, password, roles }: Person): Promise<string> {
  if (!(await isSetUp(kernel.database.db))) throw new Refused('setup.needed')
  checkPassword(password, email)
  const hash = await hashPassword(password)
  return asCommand(kernel, async ctx => {
    const links = (await roleIds(ctx, roles)).map(id => ({ id, role: null }))
    const [made] = await ctx.create(user, [{ name, email, active: true, language: languageOf(kernel), roles: links }])
    if (!made) throw new Error('The user was not made.')
    await writeCredential(ctx.db, made.id, hash, ctx.now)
    return made.id
  })
}

export async function setPassword(kernel: Kernel, email: string, password: string): Promise<void> {
  checkPassword(password, email)
  const hash = await hashPassword(password)
  await asCommand(kernel, async ctx => replacePassword(ctx.db, await idOf(ctx, email), hash, ctx.now))
}

export async function issueKeyFor(kernel: Kernel, email: string, key: Parameters<typeof issueKey>[2]) {
  const id = await asCommand(kernel, ctx => idOf(ctx, email))
  const actor = await loadActor(kernel.database.db, id, kernel.locale)
  if (!actor) throw unknown(email)
  return issueKey(kernel, actor, key)
}

export const languageOf = (kernel: Kernel) => (kernel.locale.language === 'fr' ? 'fr' : 'en')

const asCommand = <T>(kernel: Kernel, run: (ctx: Context) => Promise<T>) =>
  inContext(kernel, { actor: systemActor(kernel.locale), source: 'command' }, run)

async function idOf(ctx: Context, email: string): Promise<string> {
  const [found] = await ctx.find(user, { email })
  if (!found) throw unknown(email)
  return found.id
}

const unknown = (email: string) => new Refused('user.unknown', { email }, { kind: 'missing' })
