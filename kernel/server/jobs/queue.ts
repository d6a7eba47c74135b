import type { Db, Tx } from '../database/database.ts'

export interface EnqueueOptions {
  /** Jobs of one key run one after the other, in their order. */
  readonly key?: string
  /** Not before this instant. */
  readonly after?: string
}

export interface Queue {
  /** Puts work into the queue, in the transaction that makes it necessary. */
  send(db: Db | Tx, job: string, data: readonly Readonly<Record<string, unknown>>[], options?: EnqueueOptions): Promise<void>
}
