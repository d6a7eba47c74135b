import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../fields/ref/ref.ts'
import { invalidField } from '../../schema/refused.ts'
import { type Condition, join } from '../filter/compile.ts'
import { idsDescend, type SortKey } from './sort.ts'

/** Where a page ended: the sorted values of its last record, and its id. */
export interface Cursor {
  readonly values: readonly (string | null)[]
  readonly id: string
}

export const writeCursor = (keys: readonly SortKey[], { values, id }: Cursor) =>
  Buffer.from(JSON.stringify([sortName(keys), values, id])).toString('base64url')

export function readCursor(text: string | undefined, keys: readonly SortKey[]): Cursor | undefined {
  if (text === undefined) return undefined
  const [name, values, id] = parseJson(text)
  const good =
    name === sortName(keys) &&
    Array.isArray(values) &&
    values.length === keys.length &&
    keys.every((key, at) => isValue(key, values[at])) &&
    isId(id)
  if (!good) throw invalidField('after', 'cursor.invalid')
  return { values, id }
}

function parseJson(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const sortName = (keys: readonly SortKey[]) =>
  keys.map(({ field, descending }) => (descending ? '-' : '') + field).join(',')
const isValue = ({ nullable, reads }: SortKey, value: unknown) =>
  value === null
    ? nullable
    : typeof value === 'string' && value.length <= longest && !value.includes('\0') && reads(value)
const longest = 20_000

/** Rows behind the cursor, while the first key is not empty: one comparison that the index starts from. */
export function after(keys: readonly SortKey[], { values, id }: Cursor): Condition {
  const [first] = keys
  if (!first) return afterId(keys, id)
  const more = sql.raw(first.descending ? '<' : '>')
  if (keys.length === 1) return sql`(${first.key}, t.id) ${more} (${values[0]}, ${id}::uuid)`
  const start = sql`${first.key} ${sql.raw(first.descending ? '<=' : '>=')} ${values[0]}`
  return sql`(${start} and ${beyond(keys, values, afterId(keys, id))})`
}

/** The same where the first key is empty: the others decide. */
export const afterEmpty = (keys: readonly SortKey[], { values, id }: Cursor): Condition =>
  keys.length === 1 ? afterId(keys, id) : beyond(keys.slice(1), values.slice(1), afterId(keys, id))

const afterId = (keys: readonly SortKey[], id: string): Condition =>
  sql`t.id ${sql.raw(idsDescend(keys) ? '<' : '>')} ${id}::uuid`

/** Spelled out key by key, because directions differ and empty comes last. */
function beyond(keys: readonly SortKey[], values: readonly (string | null)[], last: Condition): Condition {
  const same = keys.map(({ key }, at) => (values[at] === null ? sql`${key} is null` : sql`${key} = ${values[at]}`))
  const steps = keys.map((key, at) => [...same.slice(0, at), further(key, values[at] ?? null)])
  const byId = [...same, last]
  return join(
    [...steps, byId].map(conditions => join(conditions as Condition[], ' and ')),
    ' or ',
  )
}

function further({ key, descending, nullable }: SortKey, value: string | null): RawBuilder<unknown> {
  if (value === null) return sql`false`
  const next = sql`${key} ${sql.raw(descending ? '<' : '>')} ${value}`
  return nullable ? sql`(${next} or ${key} is null)` : next
}
