import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { canSee, may, searchable } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { escapeLike, join, keyOf } from '../filter/compile.ts'
import type { Reading } from '../records/list.ts'
import { wordsOf } from '../records/search-condition.ts'
import { titleOf } from '../records/titles.ts'
import type { Model } from '../tables/model.ts'

export interface Hit {
  readonly object: string
  readonly id: string
  readonly title: string
}

const perObject = 6

/**
 * The one box: words that begin like what was typed, over every object the person may read; when that finds
 * little, also words that are nearly it. The permission is in each query, so nothing is found and then hidden.
 */
export async function searchAll(reading: Reading, text: string, limit: number): Promise<Hit[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const models = reading.models.all.filter(
    model => may(reading.actor, model, 'read') && searchable(reading.actor, model).length > 0,
  )
  const exact = await union(
    reading,
    models.flatMap(model => beginnings(reading, model, words)),
    limit,
  )
  if (exact.length >= enough || words.join('').length < 4) return exact
  const near = await union(
    reading,
    models.map(model => nearly(reading, model, words)),
    limit,
  )
  const known = new Set(exact.map(({ id }) => id))
  return [...exact, ...near.filter(({ id }) => !known.has(id))].slice(0, limit)
}

const enough = 3

interface Ranked extends Hit {
  readonly rank: number
}

async function union(reading: Reading, queries: readonly RawBuilder<unknown>[], limit: number): Promise<Hit[]> {
  if (queries.length === 0) return []
  const { rows } = await sql<Ranked>`select * from (${sql.join(
    queries.map(query => sql`(${query})`),
    sql` union all `,
  )}) as found order by rank, title`.execute(reading.db)
  const best = new Map<string, Hit>()
  for (const { object, id, title } of rows) if (!best.has(id)) best.set(id, { object, id, title })
  return [...best.values()].slice(0, limit)
}

/** First by the index of the title itself, which answers a letter or two at once; then by any word of what is searched. */
function beginnings(reading: Reading, model: Model, words: readonly string[]): RawBuilder<unknown>[] {
  const [first = ''] = words
  const titled = titleFields(reading, model)
  const byTitle = words.length === 1 ? titled.map(name => byKey(reading, model, name, first)) : []
  return [...byTitle, ...(words.some(word => word.length > 2) ? [byWords(reading, model, words)] : [])]
}

/** Fields of the title that have an index to start from. */
const titleFields = (reading: Reading, model: Model) =>
  model.object.title.filter(name => {
    const field = model.fields[name] as Field
    return (
      canSee(reading.actor, model, name) &&
      typeOf(field).key === 'fold' &&
      (field.unique || field.index || model.object.list.includes(name))
    )
  })

function byKey(reading: Reading, model: Model, name: string, word: string) {
  const key = keyOf(model, name, 't')
  return sql`${select(reading, model, 0)} and ${key} >= ${word} and ${key} < ${`${word}\u{10ffff}`} order by ${key}, t.id limit ${perObject}`
}

function byWords(reading: Reading, model: Model, words: readonly string[]) {
  const columns = searchable(reading.actor, model)
  const begins = words.map(word =>
    join(
      columns.map(({ column }) => sql`${sql.ref(`t.${column}`)} like ${`% ${escapeLike(word)}%`}`),
      ' or ',
    ),
  )
  return sql`${select(reading, model, 1)} and ${join(begins, ' and ')} limit ${perObject}`
}

function nearly(reading: Reading, model: Model, words: readonly string[]) {
  const columns = searchable(reading.actor, model)
  const phrase = words.join(' ')
  const near = join(
    columns.map(({ column }) => sql`${phrase} <% ${sql.ref(`t.${column}`)}`),
    ' or ',
  )
  const distance = columns.map(({ column }) => sql`${phrase} <<-> coalesce(${sql.ref(`t.${column}`)}, '')`)
  return sql`select object, id, title, rank from (${select(reading, model, sql`2 + least(${sql.join(distance)})`)} and ${near} limit 200) as near order by rank limit ${perObject}`
}

const select = (reading: Reading, model: Model, rank: number | RawBuilder<unknown>) => {
  const { object, id } = shownAs(reading, model)
  return sql`select ${object}::text as object, ${sql.ref(`t.${id}`)} as id, ${titleOf(reading, model, 't')} as title, (${rank})::float8 as rank
    from ${sql.table(model.table)} as t where t.deleted_at is null and ${visible(reading, model, 'read', 't')}`
}

/** A part of a record, such as a second address, leads to the whole. */
function shownAs({ actor }: Reading, model: Model) {
  const {
    name,
    object: { owned, through },
    fields,
  } = model
  const parent = !owned && through && canSee(actor, model, through) ? fields[through] : undefined
  return parent?.type === 'ref' && through ? { object: parent.to, id: through } : { object: name, id: 'id' }
}
