// What records are called: by themselves, or along with those that point to them.

import { type RawBuilder, sql } from 'kysely'
import { may, visibleFields } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { runHot } from '../database/hot.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import type { Reading } from './list.ts'

export interface Named {
  readonly id: string
  readonly title: string
  /** The colour that it was given. */
  readonly tone?: string
}

/** What records are called, for those who may see them. */
export async function namesOf(reading: Reading, model: Model, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const title = titleOf(reading, model, 't')
  const { tone } = model.object
  const colour =
    tone && visibleFields(reading.actor, model).includes(tone) ? sql`, ${sql.ref(`t.${tone}`)} as tone` : sql``
  const { rows } = await runHot(
    reading.db,
    sql<Named>`select t.id, ${title} as title${colour} from ${sql.table(model.table)} as t
    where ${among('t.id', [...new Set(ids)])} and ${visible(reading, model, 'read', 't')}`,
  )
  return rows
}

/** The title as SQL, of the parts that this person may see. */
export function titleOf(reading: Reading, model: Model, alias: string) {
  const seen = new Set(visibleFields(reading.actor, model))
  const parts = model.object.title.filter(name => seen.has(name)).map(name => partOf(reading, model, name, alias))
  return parts.length ? sql`concat_ws(' ', ${sql.join(parts)})` : sql`''`
}

/** A title is one line of plain text: that of what it points to, where it is called after something else. */
function partOf(reading: Reading, model: Model, name: string, alias: string): RawBuilder<unknown> {
  const column = sql.ref(`${alias}.${name}`)
  const field = model.fields[name]
  if (field?.type === 'rich_text') return sql`left(trim(regexp_replace(${column}, '(<[^>]*>|\\s)+', ' ', 'g')), 120)`
  if (field?.type !== 'ref') return column
  const [known] = readable(reading, model, [name])
  return known ? titleBehind(reading, known, alias) : sql`null`
}

/** What the record is called to which a ref points; nothing, where this person may not see it. */
function titleBehind(reading: Reading, [name, other]: readonly [name: string, other: Model], alias: string) {
  const inner = `${alias}_${name}`.slice(-50)
  return sql`(select ${titleOf(reading, other, inner)} from ${sql.table(other.table)} as ${sql.ref(inner)}
    where ${sql.ref(`${inner}.id`)} = ${sql.ref(`${alias}.${name}`)} and ${visible(reading, other, 'read', inner)})`
}

/** object → id → what it is called. */
export type Titles = Readonly<Record<string, Readonly<Record<string, Named>>>>

/** Reading what a ref points to along with the record costs a look into an index; asking again, a way to the server and back. */
export const selectTitles = (
  reading: Reading,
  model: Model,
  refs: readonly string[],
  alias: string,
): RawBuilder<unknown>[] =>
  readable(reading, model, refs).map(
    known => sql`${titleBehind(reading, known, alias)} as ${sql.id(titleColumn(known[0]))}`,
  )

/** From the rows that `selectTitles` brought. What may not be seen has no title. */
export function titlesIn(
  reading: Reading,
  model: Model,
  refs: readonly string[],
  raws: readonly Readonly<Record<string, unknown>>[],
): Titles {
  const titles: Record<string, Record<string, Named>> = {}
  for (const [name, other] of readable(reading, model, refs)) {
    const known = titles[other.name] ?? {}
    titles[other.name] = known
    for (const raw of raws) {
      const id = raw[name]
      const title = raw[titleColumn(name)]
      if (typeof id === 'string' && typeof title === 'string') known[id] = { id, title }
    }
  }
  return titles
}

const titleColumn = (name: string) => `${name}:title`

function readable(reading: Reading, model: Model, refs: readonly string[]): [name: string, other: Model][] {
  return refs.flatMap(name => {
    const field = model.fields[name]
    const other = field?.type === 'ref' ? reading.models.find(field.to) : undefined
    return other && may(reading.actor, other, 'read') ? [[name, other]] : []
  })
}
