import { sql } from 'kysely'
import { user } from '../../objects/user.ts'
import { Refused } from '../../schema/refused.ts'
import { systemActor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { signUp } from '../settings/company.ts'
import { readSettings } from '../settings/settings.ts'
import { writeCredential } from './credentials.ts'
import { type Entered, enter, type Visitor } from './enter.ts'
import { checkPassword, hashPassword } from './password.ts'
import { languageOf } from './people.ts'
import { still } from './rights-given.ts'
import { brokenLink, hashToken } from './token.ts'

interface Open {
  readonly id: string
  readonly email: string
  readonly roles: string[]
  readonly teams: string[]
  readonly invited_by: string | null
}

export async function findInvitation(kernel: Kernel, token: string): Promise<Open> {
  const { rows } = await sql<Open>`select id, email, roles, teams, invited_by from invitations
    where ${isOpen(token, kernel.clock().toISOString())}`.execute(kernel.database.db)
  return rows[0] ?? brokenLink()
}

const isOpen = (token: string, now: string) =>
  sql`token_hash = ${hashToken(token)} and accepted_at is null and revoked_at is null and expires_at > ${now}`

/** Makes the user and signs in; of two who come with one link at once the second is refused. */
export async function acceptInvitation(
  kernel: Kernel,
  token: string,
  name: string,
  password: string,
  visitor: Visitor,
): Promise<Entered> {
  const found = await findInvitation(kernel, token)
  if (found.invited_by === null) await requireSignUpOpen(kernel)
  checkPassword(password, found.email)
  const hash = await hashPassword(password)
  return inContext(kernel, { actor: systemActor(kernel.locale), source: 'page' }, async ctx => {
    const { email, roles, teams } = await takeInvitation(ctx, token)
    const [made] = await ctx.create(user, [
      {
        name,
        email,
        active: true,
        language: languageOf(kernel),
        roles: links(await still(ctx.db, 'roles', roles)),
        teams: links(await still(ctx.db, 'teams', teams)),
      },
    ])
    if (!made) throw new Error('The user was not made.')
    await writeCredential(ctx.db, made.id, hash, ctx.now)
    return enter(kernel, ctx.db, made.id, 'invitation', visitor)
  })
}

const links = (ids: readonly string[]) => ids.map(id => ({ id, role: null }))

async function takeInvitation(ctx: Context, token: string): Promise<Open> {
  const { rows } = await sql<Open>`update invitations set accepted_at = ${ctx.now} where ${isOpen(token, ctx.now)}
    returning id, email, roles, teams, invited_by`.execute(ctx.db)
  return rows[0] ?? brokenLink()
}

export async function requireSignUpOpen(kernel: Kernel) {
  const { sign_up } = await readSettings(kernel.database.db, [signUp])
  if (sign_up !== 'open') throw new Refused('sign-up-closed')
}
