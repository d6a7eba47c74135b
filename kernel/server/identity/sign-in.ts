import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { type Entered, enter, type Visitor } from './enter.ts'
import { isPassword } from './password.ts'
import { principalsOf } from './principals.ts'
import { recordSignIn } from './sign-ins.ts'
import { accountCounter, addressCounter, type Counter, deviceCounter, forgive, giveBack, takeTry } from './throttle.ts'
import { hashToken } from './token.ts'

/** Answers the same, in the same time, whether the address, the password or the account is at fault. */
export async function signIn(kernel: Kernel, email: string, password: string, visitor: Visitor): Promise<Entered> {
  const { db } = kernel.database
  const now = kernel.clock().toISOString()
  const counters = await countersFor(db, email, visitor)
  await takeTry(db, counters, now)
  const known = await findCredential(db, email)
  if (!(await isPassword(known?.hash, password)) || !known) {
    await recordSignIn(db, {
      event: 'sign_in_failed',
      userId: known?.id ?? null,
      method: 'password',
      from: visitor.from,
      now,
    })
    throw failed()
  }
  const entered = await transact(db, async tx => {
    await requireUnchanged(tx, known)
    await settle(tx, counters, visitor, now)
    return enter(kernel, tx, known.id, 'password', visitor)
  })
  principalsOf(kernel).forget()
  return entered
}

const failed = () => new Refused('sign-in.failed', {}, { kind: 'unauthenticated' })

/** A browser that somebody signed in with before has a count of its own: what others do elsewhere is not held against it. */
async function countersFor(db: Db, email: string, { from, device }: Visitor): Promise<Counter[]> {
  const token = device === undefined ? undefined : hashToken(device)
  if (token !== undefined && (await isDeviceOf(db, token, email))) return [deviceCounter(token)]
  return [accountCounter('sign-in', email), addressCounter('sign-in', from.ip)]
}

async function isDeviceOf(db: Db, tokenHash: string, email: string) {
  const { rows } = await sql`select 1 from devices d join users u on u.id = d.user_id
    where d.token_hash = ${tokenHash} and u.email = ${email} and u.deleted_at is null`.execute(db)
  return rows.length > 0
}

async function settle(tx: Tx, counters: readonly Counter[], { from }: Visitor, now: string) {
  const address = addressCounter('sign-in', from.ip).key
  await forgive(
    tx,
    counters.map(({ key }) => key).filter(key => key !== address),
  )
  if (counters.some(({ key }) => key === address)) await giveBack(tx, address, now)
}

interface Credential {
  readonly id: string
  readonly hash: string | null
}

async function findCredential(db: Db, email: string): Promise<Credential | undefined> {
  const { rows } = await sql<Credential>`select u.id, c.hash from users u left join credentials c on c.user_id = u.id
    where u.email = ${email} and u.deleted_at is null and u.active`.execute(db)
  return rows[0]
}

/** The hash was compared outside of any transaction: meanwhile it may have changed, or the account been closed. */
async function requireUnchanged(tx: Tx, { id, hash }: Credential) {
  const { rows } = await sql`select 1 from users u join credentials c on c.user_id = u.id
    where u.id = ${id}::uuid and u.active and u.deleted_at is null and c.hash = ${hash} for update of u`.execute(tx)
  if (rows.length === 0) throw failed()
}
