import { sql } from 'kysely'
import { invalidField } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import { principalsOf } from './principals.ts'
import { endAllSessions, endOtherSessions } from './sessions.ts'
import { forgive, takeTry } from './throttle.ts'

export const writeCredential = (db: Tx, userId: string, hash: string, now: string) =>
  sql`insert into credentials (user_id, hash, changed_at) values (${userId}, ${hash}, ${now})
    on conflict (user_id) do update set hash = ${hash}, changed_at = ${now}`.execute(db)

interface Changing {
  readonly userId: string
  readonly sessionId: string
  readonly old: string
  readonly fresh: string
}

/** By somebody who is signed in and knows the old one; their other sessions end. */
export async function changePassword(kernel: Kernel, { userId, sessionId, old, fresh }: Changing) {
  const { db } = kernel.database
  const now = kernel.clock().toISOString()
  const counter = { key: `password:user:${userId}`, free: 5 }
  await takeTry(db, [counter], now)
  const known = await credentialOf(db, userId)
  if (!(await isPassword(known?.hash, old)) || !known) throw wrong()
  checkPassword(fresh, known.email, 'new_password')
  const hash = await hashPassword(fresh)
  await transact(db, async tx => {
    await replaceCredential(tx, userId, hash, now, known.hash)
    await endOtherSessions(tx, userId, sessionId)
    await forgive(tx, [counter.key])
  })
  principalsOf(kernel).forget()
}

const wrong = () => invalidField('old_password', 'password.wrong')

/** By whoever runs Rapport, or by a link: all sessions end. */
export async function replacePassword(tx: Tx, userId: string, hash: string, now: string) {
  await replaceCredential(tx, userId, hash, now)
  await endAllSessions(tx, [userId])
}

/** Links to a new password that were not used are void from now on. */
async function replaceCredential(tx: Tx, userId: string, hash: string, now: string, old?: string) {
  await sql`select 1 from users where id = ${userId}::uuid for update`.execute(tx)
  if (old !== undefined && (await credentialOf(tx, userId))?.hash !== old) throw wrong()
  await writeCredential(tx, userId, hash, now)
  await sql`update password_resets set used_at = ${now} where user_id = ${userId}::uuid and used_at is null`.execute(tx)
}

async function credentialOf(db: Db | Tx, userId: string) {
  const { rows } = await sql<{ email: string; hash: string }>`select u.email, c.hash from users u
    join credentials c on c.user_id = u.id where u.id = ${userId}::uuid`.execute(db)
  return rows[0]
}
