import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from '../error-code.ts'
import type { Db, Tx } from './database.ts'
import { OpenTransaction } from './transaction.ts'

const inside = new AsyncLocalStorage<{ open: boolean; readonly after: (() => void)[] } | undefined>()
const attempts = 8
/** Who gives way to a reader may have to wait for a long one to end. */
const lockAttempts = 50

/**
 * The one way into a transaction. When PostgreSQL gives it up for the sake of another (a deadlock, a
 * serialisation failure, a lock that it would not wait for), the work runs again: it must touch nothing outside
 * the transaction.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work)
    } catch (error) {
      if (isLockTimeout(error) && attempt < lockAttempts) await pause(50 + Math.random() * 150)
      else if (attempt >= attempts || !isGivenUp(error)) throw error
      // At once, it would only meet the same other one again.
      else await pause(Math.random() * attempt * 50)
    }
  }
}

async function once<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const executor = db.getExecutor()
  const mark = { open: true, after: [] as (() => void)[] }
  const result = await executor.provideConnection(async connection => {
    const open = new OpenTransaction(executor, connection)
    try {
      const worked = await inside.run(mark, () => work(open.tx))
      await open.commit()
      return worked
    } catch (error) {
      // When the connection is gone, this fails too; what matters is what came first.
      await open.rollBack().catch(() => {})
      throw error
    } finally {
      mark.open = false
    }
  })
  for (const run of mark.after) run()
  return result
}

/** Once the transaction that this is called in is committed, or now when there is none: to tell others to look. */
export function afterCommit(run: () => void) {
  const mark = inside.getStore()
  if (mark?.open) mark.after.push(run)
  else run()
}

/**
 * A query on the root inside a transaction would see none of it and, on the embedded database, wait for ever
 * for the one session that the transaction holds.
 */
export function refuseInside() {
  if (inside.getStore()?.open) throw new Error('A query outside the transaction: use ctx.db')
}

/** For what is called in the middle of somebody else's transaction but is no part of it. */
export const outside = <T>(run: () => T): T => inside.run(undefined, run)

const isGivenUp = (error: unknown) => ['40001', '40P01'].includes(codeOf(error))
const isLockTimeout = (error: unknown) => codeOf(error) === '55P03'
