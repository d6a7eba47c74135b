// The pool as Kysely sees it: refuses the query that would deadlock, prepares what is hot, fails in our words.
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { Refused } from '../../schema/refused.ts'
import type { Tables } from './database.ts'
import { nameOf } from './hot.ts'
import { refuseInside } from './transact.ts'

export function kyselyOver(pool: pg.Pool) {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new GuardedPool(pool) }) })
}

class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool
  readonly #clients = new WeakMap<pg.PoolClient, NamingClient>()
  readonly options: object

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.options = pool.options
  }

  async connect() {
    refuseInside()
    const client = await this.#pool.connect().catch(refuse)
    const known = this.#clients.get(client)
    if (known) return known
    const made = new NamingClient(client)
    this.#clients.set(client, made)
    return made
  }

  end() {
    return this.#pool.end()
  }
}

class NamingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  #broken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query(cursor: never): never
  async query(text: string, values?: readonly unknown[]): Promise<unknown> {
    try {
      const answer = await this.#send(text, values)
      return Array.isArray(answer) ? together(answer) : answer
    } catch (error) {
      this.#broken ||= !(error instanceof pg.DatabaseError) || error.severity === 'FATAL'
      throw error
    }
  }

  /** What is asked in one breath is one write to the socket: each costs more than a simple statement does. */
  #send(text: string, values: readonly unknown[] | undefined) {
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return new Promise<unknown>((done, fail) => {
      const query = new pg.Query(text, values as unknown[], (error, answer) => (error ? fail(error) : done(answer)))
      this.#client.query(Object.assign(query, { name: nameOf(text) }))
    })
  }

  /** Never back among the others in the middle of a transaction, or broken: whoever came next would be inside it. */
  release(destroy = false) {
    this.#client.release(destroy || this.#broken || this.#client.getTransactionStatus() !== 'I')
  }
}

/** Several statements in one text answer with the rows of all. */
function together(answers: readonly pg.QueryResult[]) {
  const rows = answers.flatMap(answer => answer.rows)
  return { command: 'SELECT', rowCount: rows.length, rows }
}

/** The pool was exhausted for too long, or the server does not answer. */
function refuse(cause: unknown): never {
  const isFull = cause instanceof Error && cause.message.startsWith('timeout exceeded')
  if (isFull) throw new Refused('database.busy', {}, { kind: 'throttled', cause })
  throw unreachable(cause)
}

export const unreachable = (cause: unknown) =>
  new Refused('database.unreachable', { reason: reasonOf(cause) }, { kind: 'broken', cause })

/** Node gathers the failures of several addresses in one error without a message. */
function reasonOf(cause: unknown) {
  const [first] = cause instanceof AggregateError ? cause.errors : [cause]
  return first instanceof Error ? first.message : String(first)
}
