import {
  CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DummyDriver,
  PostgresDialect,
  type QueryExecutor,
  Transaction,
} from 'kysely'
import { codeOf } from '../error-code.ts'
import type { Db, Tables, Tx } from './database.ts'

/**
 * Each way to the server and back costs as much as a simple statement does. So in a transaction no statement waits
 * in line for the one before: what is asked in one breath travels together, its beginning and its end included.
 */
export class OpenTransaction implements ConnectionProvider {
  readonly tx: Tx
  readonly #connection: DatabaseConnection
  #answered: Promise<void> = Promise.resolve()
  #failure: { readonly error: unknown } | undefined
  #open = true

  constructor(executor: QueryExecutor, connection: DatabaseConnection) {
    this.#connection = connection
    this.tx = new Transaction<Tables>({ ...parts, executor: executor.withConnectionProvider(this) })
    opened.set(this.tx, this)
    this.goAlong(this.#say('begin'))
  }

  async provideConnection<T>(ask: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (!this.#open) throw new Error('A query after the end of its transaction')
    const before = this.#answered
    try {
      return await ask(this.#connection)
    } catch (error) {
      throw isAborted(error) ? await this.#reason(before, error) : error
    }
  }

  goAlong(statement: Promise<unknown>) {
    const noted = statement.then(
      () => {},
      error => {
        this.#failure ??= { error }
      },
    )
    this.#answered = this.#answered.then(() => noted)
  }

  /** Everything so far was answered; throws what failed of it. */
  async settle() {
    await this.#answered
    const failure = this.#failure
    this.#failure = undefined
    if (failure) throw failure.error
  }

  async commit() {
    this.#open = false
    const { rows } = await this.#say('commit')
    await this.settle()
    // The server undoes what it would not commit, and says so without an error.
    if (rows[0]?.command === 'ROLLBACK') throw new Error('A statement failed in this transaction and nobody said so')
  }

  async rollBack() {
    this.#open = false
    await this.#say('rollback')
  }

  #say(text: string) {
    return this.#connection.executeQuery<{ command: string }>(
      CompiledQuery.raw(text) as CompiledQuery<{ command: string }>,
    )
  }

  /** "The transaction is aborted" is no reason: that is why the statement before failed. */
  async #reason(before: Promise<void>, error: unknown) {
    await before
    const failure = this.#failure
    this.#failure = undefined
    return failure ? failure.error : error
  }
}

// What a transaction builds queries with; it never opens a connection of its own.
const parts = {
  config: {} as never,
  dialect: new PostgresDialect({ pool: undefined as never }),
  driver: new DummyDriver(),
}
const opened = new WeakMap<object, OpenTransaction>()
const isAborted = (error: unknown) => codeOf(error) === '25P02'

/**
 * For a statement whose answer nobody needs: it travels with the next one. When it fails, so does whatever comes
 * next, with its error, the end of the transaction at the latest.
 */
export async function along(db: Db | Tx, statement: Promise<unknown>): Promise<void> {
  const open = opened.get(db)
  if (open) open.goAlong(statement)
  else await statement
}

/** Waits for what went along, and throws what failed of it. */
export async function settled(tx: Tx): Promise<void> {
  await opened.get(tx)?.settle()
}

/** What `work` does is undone when it fails, or when its result says so; what was done before stays. */
export async function withSavepoint<T>(
  tx: Tx,
  work: () => Promise<T>,
  isUndone: (result: T) => boolean = () => false,
): Promise<T> {
  const say = (text: string) => tx.executeQuery(CompiledQuery.raw(text))
  await along(tx, say('savepoint part'))
  try {
    const result = await work()
    await settled(tx)
    await along(tx, say(isUndone(result) ? undoPart : 'release savepoint part'))
    return result
  } catch (error) {
    await settled(tx).catch(() => {})
    // When the connection is gone, this fails too; what matters is what came first.
    await say(undoPart).catch(() => {})
    throw error
  }
}

const undoPart = 'rollback to savepoint part; release savepoint part'
