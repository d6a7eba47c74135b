import { CompiledQuery, type QueryResult, type RawBuilder } from 'kysely'
import type { Db, Tx } from './database.ts'

const most = 500
const names = new Map<string, string>()
let given = 0

/**
 * A statement that runs all the time with one good plan whatever its values: by key, an insert. It is prepared
 * once per connection, which halves its cost or better. Not for lists and filters: after five runs PostgreSQL
 * may settle on one plan for all values. The text must be one of few: no lists of changing length in it.
 */
export function hot<R>(text: string, values: readonly unknown[]): CompiledQuery<R> {
  if (!names.has(text) && names.size < most) names.set(text, `hot_${given++}`)
  return CompiledQuery.raw(text, [...values]) as CompiledQuery<R>
}

/** The same for a statement that is put together from parts. */
export function runHot<R>(db: Db | Tx, query: RawBuilder<R>): Promise<QueryResult<R>> {
  const { sql, parameters } = query.compile(db)
  return db.executeQuery(hot<R>(sql, parameters))
}

/** After a change of the schema: a prepared statement answers with the types that its columns had. */
export function forgetPrepared() {
  names.clear()
}

export const nameOf = (text: string) => names.get(text)
