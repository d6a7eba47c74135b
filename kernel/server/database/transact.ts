import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db, Tx } from './database.ts'

const inside = new AsyncLocalStorage<{ open: boolean } | undefined>()
const attempts = 4

/**
 * The one way into a transaction. When PostgreSQL gives it up for the sake of another (a deadlock, a
 * serialisation failure), the work runs again: it must touch nothing outside the transaction.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work)
    } catch (error) {
      if (attempt === attempts || !isGivenUp(error)) throw error
    }
  }
}

async function once<T>(db: Db, work: (tx: Tx) => Promise<T>) {
  const mark = { open: true }
  let failure: { readonly error: unknown } | undefined
  try {
    return await db.transaction().execute(tx =>
      inside.run(mark, async () => {
        try {
          return await work(tx)
        } catch (error) {
          failure = { error }
          throw error
        }
      }),
    )
  } catch (error) {
    // When the connection is gone, the roll-back fails too; what matters is what came first.
    throw failure ? failure.error : error
  } finally {
    mark.open = false
  }
}

/**
 * A query on the root inside a transaction would see none of it and, on the embedded database, wait for ever
 * for the one session that the transaction holds.
 */
export function refuseInside() {
  if (inside.getStore()?.open) throw new Error('A query outside the transaction: use ctx.db')
}

/** For what is called in the middle of somebody else's transaction but is no part of it. */
export const outside = (run: () => void) => inside.run(undefined, run)

const isGivenUp = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
