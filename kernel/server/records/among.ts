import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * The key is one of these ids. One by itself is compared as such: a prepared statement then has one plan for all
 * values, where for a list it is planned anew each time.
 */
export function among(key: string, ids: readonly string[]): RawBuilder<SqlBool> {
  const [only] = ids
  return ids.length === 1 ? sql`${sql.ref(key)} = ${only}::uuid` : sql`${sql.ref(key)} = any(${[...ids]}::uuid[])`
}
