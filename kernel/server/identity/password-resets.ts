import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { replacePassword } from './credentials.ts'
import { type Entered, enter, type Visitor } from './enter.ts'
import { checkPassword, hashPassword } from './password.ts'
import { principalsOf } from './principals.ts'
import type { Sender } from './sender.ts'
import { enqueueAlone } from './sign-up.ts'
import { accountCounter, addressCounter, forgive, takeTry } from './throttle.ts'
import { brokenLink, hashToken } from './token.ts'

export const resetJob = 'identity.send-password-reset'
export const resetHours = 1
export const resetToken = (secrets: Secrets, id: string) => secrets.sign('password-reset', id)

/** Looks nothing up: the job does, so that neither the answer nor its time tells who has an account. */
export async function askForReset(kernel: Kernel, email: string, from: Sender) {
  const now = kernel.clock().toISOString()
  await takeTry(kernel.database.db, [accountCounter('reset', email), addressCounter('reset', from.ip)], now)
  await enqueueAlone(kernel, resetJob, { id: kernel.newId(), email })
}

interface Reset {
  readonly name: string
  readonly language: string
}

/** In the job, safe to run twice: whom to write to, if the link can still be used. */
export async function writeReset(
  tx: Tx,
  secrets: Secrets,
  id: string,
  email: string,
  now: string,
): Promise<Reset | undefined> {
  await sql`insert into password_resets (id, token_hash, user_id, created_at, expires_at)
    select ${id}, ${hashToken(resetToken(secrets, id))}, u.id, ${now}, ${now}::timestamptz + ${resetHours} * interval '1 hour'
    from users u where u.email = ${email} and u.active and u.deleted_at is null
    on conflict (id) do nothing`.execute(tx)
  const { rows } = await sql<Reset>`select u.name, u.language from password_resets r join users u on u.id = r.user_id
    where r.id = ${id}::uuid and r.used_at is null and r.expires_at > ${now}`.execute(tx)
  return rows[0]
}

interface Owner {
  readonly id: string
  readonly email: string
}

export async function findReset(kernel: Kernel, token: string): Promise<Owner> {
  const { rows } = await sql<Owner>`select u.id, u.email from password_resets r join users u on u.id = r.user_id
    where r.token_hash = ${hashToken(token)} and r.used_at is null and r.expires_at > ${kernel.clock().toISOString()}
      and u.active and u.deleted_at is null`.execute(kernel.database.db)
  return rows[0] ?? brokenLink()
}

/** A new password by the link in a mail: every session ends, and this browser is known from now on. */
export async function resetPassword(
  kernel: Kernel,
  token: string,
  password: string,
  visitor: Visitor,
): Promise<Entered> {
  const { id, email } = await findReset(kernel, token)
  checkPassword(password, email)
  const hash = await hashPassword(password)
  const now = kernel.clock().toISOString()
  const entered = await transact(kernel.database.db, async tx => {
    await takeReset(tx, token, now)
    await replacePassword(tx, id, hash, now)
    await forgive(tx, [accountCounter('sign-in', email).key, accountCounter('reset', email).key])
    return enter(kernel, tx, id, 'reset', visitor)
  })
  principalsOf(kernel).forget()
  return entered
}

/** The person first, as everything else that touches both does. */
async function takeReset(tx: Tx, token: string, now: string) {
  const { rows } = await sql`with person as materialized (
      select u.id from users u join password_resets r on r.user_id = u.id
      where r.token_hash = ${hashToken(token)} and u.active and u.deleted_at is null for update of u)
    update password_resets set used_at = ${now} where token_hash = ${hashToken(token)} and used_at is null
      and expires_at > ${now} and user_id in (select id from person) returning 1 as taken`.execute(tx)
  if (rows.length === 0) brokenLink()
}
