import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import { hot } from './hot.ts'

class Slot {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/** Where a value will stand that changes from call to call. */
export const slot = (at: number) => sql`${new Slot(at)}`

/** A statement that is put together once and runs with other values in its slots. */
export type Kept<R> = (...values: readonly unknown[]) => CompiledQuery<R>

export function keep<R>(db: Db | Tx, query: RawBuilder<R>): Kept<R> {
  const { sql: text, parameters } = query.compile(db)
  return (...values) =>
    hot(
      text,
      parameters.map(value => (value instanceof Slot ? values[value.at] : value)),
    )
}
