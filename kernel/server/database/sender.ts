import type pg from 'pg'
import { isAside } from './hot.ts'

type Query = pg.QueryConfig & { readonly text: string }

const nothing = { command: '', rowCount: 0, rows: [] }

/**
 * Each way to the server and back costs as much as a simple statement does. So within a transaction, what nobody
 * waits for goes along with the next statement: the beginning itself, and what is said aside. When one of them
 * fails, the next one's answer is its error.
 */
export class Sender {
  readonly #client: pg.PoolClient
  #held: Query[] = []
  #inside = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  send(query: Query): Promise<unknown> {
    const { text } = query
    if (text === 'begin') this.#inside = this.#client.pipeline
    if (this.#inside && (text === 'begin' || isAside(text))) {
      this.#held.push(query)
      return Promise.resolve(nothing)
    }
    if (text === 'commit' || text === 'rollback') this.#inside = false
    if (text === 'rollback') this.#held = []
    return this.#held.length ? this.#sendHeld(query) : this.#client.query(query)
  }

  /** The connection goes back to the pool. */
  forget() {
    this.#held = []
    this.#inside = false
  }

  async #sendHeld(query: Query) {
    const { stream } = this.#client.connection
    stream.cork()
    const answers = [...this.#held.splice(0), query].map(one => this.#client.query(one))
    stream.uncork()
    return (await Promise.all(answers)).at(-1)
  }
}
