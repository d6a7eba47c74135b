import { type SqlBool, sql } from 'kysely'
import { fold } from '../../schema/fold.ts'
import type { Actor } from '../access/actor.ts'
import { searchable } from '../access/rights.ts'
import { type Condition, escapeLike, join, never } from '../filter/compile.ts'
import type { Model } from '../tables/model.ts'

/** Every word stands somewhere in what this person may search. */
export function matchesSearch(actor: Actor, model: Model, text: string, alias: string): Condition {
  const columns = searchable(actor, model)
  const words = wordsOf(text)
  if (columns.length === 0 || words.length === 0) return never
  return join(
    words.map(word =>
      join(
        columns.map(({ column }) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} like ${`%${escapeLike(word)}%`}`),
        ' or ',
      ),
    ),
    ' and ',
  )
}

export const wordsOf = (text: string) => fold(text.replaceAll('\0', '')).split(/\s+/).filter(Boolean).slice(0, 8)
