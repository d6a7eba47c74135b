import { type RawBuilder, sql } from 'kysely'
import { isId, typeOf } from '../../../fields/index.ts'
import { parseValue } from '../../../fields/parse-fields.ts'
import type { Field } from '../../../schema/field.ts'
import { FieldProblem } from '../../../schema/field-type.ts'
import { fold } from '../../../schema/fold.ts'
import { visible } from '../../access/visible.ts'
import { keyOf } from '../../filter/compile.ts'
import type { Context } from '../../records/context.ts'
import { keyColumn, type Model } from '../../tables/model.ts'
import { columnTypes } from '../../tables/object-table.ts'
import { idColumn } from './targets.ts'

export interface Found {
  readonly id: string
  /** How many records answer to the text. */
  readonly count: number
  readonly seen: boolean
  readonly editable: boolean
}

/** No title or key is as long; a whole page in a cell is not looked for. */
const longest = 2000

/** Live records by a field, their id or their title, for each of some texts: one query, however many texts. */
export async function findBy(
  ctx: Context,
  model: Model,
  by: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  const wanted = [...new Set(texts)].filter(text => text.length <= longest)
  if (wanted.length === 0) return new Map()
  const [title, ...more] = model.object.title
  if (by !== 'title') return byField(ctx, model, by, wanted)
  return more.length || title === undefined ? byLongTitle(ctx, model, wanted) : byField(ctx, model, title, wanted)
}

async function byField(ctx: Context, model: Model, name: string, texts: readonly string[]) {
  const keys = new Map(texts.map(text => [text, keyIn(ctx, model, name, text)]))
  const known = await findByKeys(
    ctx,
    model,
    name,
    [...keys.values()].filter(key => key !== undefined),
  )
  return new Map(
    texts.flatMap(text => {
      const record = known.get(keys.get(text))
      return record ? [[text, record] as const] : []
    }),
  )
}

/** The same by what the database compares. */
export async function findByKeys(
  ctx: Context,
  model: Model,
  name: string,
  given: readonly unknown[],
): Promise<ReadonlyMap<unknown, Found>> {
  const keys = [...new Set(given)]
  if (keys.length === 0) return new Map()
  const type = name === idColumn ? 'uuid' : (columnTypes(ctx.models, model)[keyColumn(model, name)] ?? 'text')
  const column = name === idColumn ? sql`t.id` : keyOf(model, name, 't')
  const values = sql`unnest(${keys}::${sql.raw(type)}[]) with ordinality as v (key, n)`
  return found(ctx, model, sql`${values} join ${sql.table(model.table)} as t on ${column} = v.key`, keys)
}

/** As the column keeps and compares it; absent: no record can have it. */
export function keyIn(ctx: Context, model: Model, name: string, given: unknown): unknown {
  if (name === idColumn) return isId(given) ? given : undefined
  const field = model.fields[name] as Field
  const type = typeOf(field)
  try {
    const input = typeof given === 'string' ? type.fromText(given, field, ctx.actor.locale) : given
    const value = parseValue(field, input, ctx.actor.locale)
    if (value === null || Array.isArray(value)) return undefined
    const cell = type.toColumns ? type.toColumns(value as never, name)[keyColumn(model, name)] : value
    return type.key === 'fold' ? fold(String(cell)) : cell
  } catch (error) {
    if (error instanceof FieldProblem) return undefined
    throw error
  }
}

/** "Ada King Lovelace" may be cut before either last word: an index on the last part finds both. */
async function byLongTitle(ctx: Context, model: Model, texts: readonly string[]) {
  const parts = model.object.title
  const last = parts.at(-1) ?? idColumn
  const endings = texts.flatMap((text, n) =>
    endingsOf(tidy(text)).map(ending => ({ n: n + 1, title: tidy(text), ending })),
  )
  const values = sql`unnest(${endings.map(({ n }) => n)}::int[], ${endings.map(({ title }) => title)}::text[], ${endings.map(({ ending }) => ending)}::text[]) as v (n, title, ending)`
  const title = sql`fold(concat_ws(' ', ${sql.join(parts.map(name => sql.ref(`t.${name}`)))}))`
  const lastKey = sql`fold(${sql.ref(`t.${last}`)})`
  const ends = model.fields[last]?.required
    ? sql`${lastKey} = v.ending`
    : sql`(${lastKey} = v.ending or (${sql.ref(`t.${last}`)} is null and v.ending = v.title))`
  return found(ctx, model, sql`${values} join ${sql.table(model.table)} as t on ${ends} and ${title} = v.title`, texts)
}

const tidy = (text: string) => fold(text.normalize('NFC').replace(/\s+/gu, ' ').trim())

const endingsOf = (title: string) => {
  const words = title.split(' ')
  return words.slice(0, 12).map((_, at) => words.slice(at).join(' '))
}

async function found<K>(
  ctx: Context,
  model: Model,
  from: RawBuilder<unknown>,
  asked: readonly K[],
): Promise<ReadonlyMap<K, Found>> {
  const { rows } = await sql<Found & { n: number }>`select v.n::int as n, min(t.id::text) as id, count(*)::int as count,
      bool_and(coalesce(${visible(ctx, model, 'read', 't')}, false)) as seen, bool_and(coalesce(${visible(ctx, model, 'edit', 't')}, false)) as editable
    from ${from} where t.deleted_at is null group by v.n`.execute(ctx.db)
  return new Map(
    rows.flatMap(({ n, ...row }) => {
      const key = asked[n - 1]
      return key === undefined ? [] : [[key, row] as const]
    }),
  )
}
