import { CompiledQuery } from 'kysely'

const most = 500
const names = new Map<string, string>()

/**
 * A statement that runs all the time with one good plan whatever its values: by key, an insert. It is prepared
 * once per connection, which halves its cost or better. Not for lists and filters: after five runs PostgreSQL
 * may settle on one plan for all values. The text must be one of few: no lists of changing length in it.
 */
export function hot<R>(text: string, values: readonly unknown[]): CompiledQuery<R> {
  if (!names.has(text) && names.size < most) names.set(text, `hot_${names.size}`)
  return CompiledQuery.raw(text, [...values]) as CompiledQuery<R>
}

export const nameOf = (text: string) => names.get(text)
