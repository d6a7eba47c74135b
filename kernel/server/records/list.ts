import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { fold } from '../../schema/fold.ts'
import { visibleFields } from '../access/rights.ts'
import { type Seeing, visible } from '../access/visible.ts'
import type { Db, Tx } from '../database/database.ts'
import { always, type Condition, compileFilter, join } from '../filter/compile.ts'
import { parseFilter } from '../filter/parse.ts'
import { keyColumn, type Model } from '../tables/model.ts'
import { selectFields, toRow } from './columns.ts'
import type { AnyRow } from './context.ts'
import { after, afterEmpty, type Cursor, readCursor, writeCursor } from './cursor.ts'
import { selectAlong } from './include.ts'
import { nextStepIn } from './next-step.ts'
import { matchesSearch } from './search-condition.ts'
import { orderEmpty, orderFilled, parseSort, type SortKey } from './sort.ts'
import { type Titles, titlesIn } from './titles.ts'

export interface Reading extends Seeing {
  readonly db: Db | Tx
}

export interface ListQuery {
  readonly where?: unknown
  readonly search?: string
  readonly sort?: string
  readonly columns?: readonly string[]
  /** What comes along: refs by their title, the next step. */
  readonly along?: readonly string[]
  readonly limit: number
  readonly after?: string
  readonly trashed?: boolean
  /** What else, beyond reading, the person must be allowed to do with each record. */
  readonly verb?: string
}

export interface Page {
  readonly rows: readonly AnyRow[]
  readonly next: string | null
  readonly titles: Titles
}

/** One page of what this person may see. */
export async function listRecords(reading: Reading, model: Model, query: ListQuery): Promise<Page> {
  const { columns: names = visibleFields(reading.actor, model), along = [] } = query
  const keys = parseSort(query.sort, model, reading.actor)
  const cursor = readCursor(query.after, keys)
  const fields = selectFields(model, [...new Set([...names, ...keys.map(({ field }) => field)])], 't')
  const columns = sql.join([fields, ...selectAlong(reading, model, along, 't')])
  const found = await pageOf(reading, model, columns, keys, cursor, conditionOf(reading, model, query), query.limit + 1)
  const page = found.slice(0, query.limit)
  const read = toRow(model, names)
  const last = page.at(-1)
  return {
    rows: page.map(raw => ({ ...read(raw), ...nextStepIn(raw) })),
    next:
      found.length > query.limit && last
        ? writeCursor(keys, { values: keys.map(key => keyText(model, key, last)), id: String(last.id) })
        : null,
    titles: titlesIn(reading, model, along, page),
  }
}

/** What every way of reading several records shares: life, permission, filter and search, as one WHERE. */
export function conditionOf(
  reading: Reading,
  model: Model,
  { where, search, trashed, verb }: Pick<ListQuery, 'where' | 'search' | 'trashed' | 'verb'>,
): Condition {
  const filter = where === undefined ? [] : [filterOf(reading, model, where)]
  const words = search === undefined ? [] : [matchesSearch(reading.actor, model, search, 't')]
  const allowed = verb === undefined ? [] : [visible(reading, model, verb, 't')]
  return join(
    [
      sql`t.deleted_at is ${sql.raw(trashed ? 'not null' : 'null')}`,
      visible(reading, model, 'read', 't'),
      ...allowed,
      ...filter,
      ...words,
    ],
    ' and ',
  )
}

/** A filter alone, with the eyes of whoever asks. */
export function filterOf(reading: Reading, model: Model, where: unknown): Condition {
  const { actor, models, today } = reading
  return compileFilter(parseFilter(where, model, { models, actor }), 't', {
    visible: (other, alias) => visible(reading, other, 'read', alias),
    today,
    zone: actor.locale.zone,
    currency: actor.locale.currency,
  })
}

type Raw = Record<string, unknown>

/** Records whose first key is empty come last, so they are a query of their own, asked only when a page reaches them. */
async function pageOf(
  reading: Reading,
  model: Model,
  columns: RawBuilder<unknown>,
  keys: readonly SortKey[],
  cursor: Cursor | undefined,
  condition: Condition,
  limit: number,
) {
  const [first] = keys
  const amongEmpty = cursor !== undefined && cursor.values[0] === null
  const select = (extra: Condition, order: RawBuilder<unknown>, count: number) =>
    selectPage(reading, model, columns, join([condition, extra], ' and '), order, count)
  const filled = amongEmpty ? [] : await select(filledPart(keys, cursor), orderFilled(keys), limit)
  if (!first?.nullable || filled.length === limit) return filled
  const empty = await select(
    sql`${first.key} is null and ${amongEmpty ? afterEmpty(keys, cursor) : always}`,
    orderEmpty(keys),
    limit - filled.length,
  )
  return [...filled, ...empty]
}

function filledPart(keys: readonly SortKey[], cursor: Cursor | undefined): Condition {
  if (cursor) return after(keys, cursor)
  return keys[0]?.nullable ? sql`${keys[0].key} is not null` : always
}

async function selectPage(
  reading: Reading,
  model: Model,
  columns: RawBuilder<unknown>,
  condition: Condition,
  order: RawBuilder<unknown>,
  limit: number,
) {
  const { rows } = await sql<Raw>`select ${columns} from ${sql.table(model.table)} as t
    where ${condition} order by ${order} limit ${limit}`.execute(reading.db)
  return rows
}

function keyText(model: Model, { field }: SortKey, row: Raw): string | null {
  const value = row[keyColumn(model, field)]
  if (value === null || value === undefined) return null
  return typeOf(model.fields[field] as Field).key === 'fold' ? fold(String(value)) : String(value)
}

/** How many there are, counted no further than the cap. */
export async function countRecords(
  reading: Reading,
  model: Model,
  query: Pick<ListQuery, 'where' | 'search' | 'trashed'>,
  cap: number,
) {
  const { rows } = await sql<{ count: number }>`select count(*) as count from
    (select 1 from ${sql.table(model.table)} as t where ${conditionOf(reading, model, query)} limit ${cap + 1}) as counted`.execute(
    reading.db,
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, cap), capped: count > cap }
}
