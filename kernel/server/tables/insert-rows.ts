import { type RawBuilder, sql } from 'kysely'
import { among } from '../records/among.ts'

type Cells = Readonly<Record<string, unknown>>

export interface InsertColumn {
  readonly name: string
  readonly type: string
}

/** One statement for one row or a thousand: a parameter per column, not per value. */
export const insertRows = (
  table: string,
  columns: readonly InsertColumn[],
  rows: readonly Cells[],
  tail: RawBuilder<unknown> = sql``,
) => sql`insert into ${sql.table(table)} as t (${sql.raw(names(columns))}) select ${unnested(columns, rows)} ${tail}`

/** `u.a, $1::text from unnest($2::uuid[]) as u (a)`; what is the same in every row is sent once. */
export function unnested(columns: readonly InsertColumn[], rows: readonly Cells[], same: Cells = {}) {
  const woven = new Woven()
  for (const [at, { name, type }] of columns.entries()) {
    if (at > 0) woven.say(', ')
    if (Object.hasOwn(same, name)) woven.put(cell(same[name], type)).say(`::${type}`)
    else woven.say(isArray(type) ? `u."${name}"::${type}` : `u."${name}"`)
  }
  const varying = columns.filter(({ name }) => !Object.hasOwn(same, name))
  woven.say(' from unnest(')
  for (const [at, { name, type }] of varying.entries())
    woven
      .say(at > 0 ? ', ' : '')
      .put(arrayLiteral(rows, name, type))
      .say(`::${arrayType(type)}`)
  return woven.say(`) as u (${names(varying)})`).sql()
}

/** Text and values in turns, as one piece: put together from a piece for each name it would take ten times as long. */
class Woven {
  readonly #texts = ['']
  readonly #values: unknown[] = []

  say(text: string) {
    this.#texts[this.#texts.length - 1] += text
    return this
  }

  put(value: unknown) {
    this.#values.push(value)
    this.#texts.push('')
    return this
  }

  sql(): RawBuilder<unknown> {
    return sql(Object.assign([...this.#texts], { raw: this.#texts }), ...this.#values)
  }
}

/** Sets columns of many rows, each to its own values. */
export function updateRows(table: string, columns: readonly InsertColumn[], rows: readonly Cells[]) {
  const all = [{ name: 'id', type: 'uuid' }, ...columns]
  const set = sql.join(columns.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`n.${name}`)}`))
  return sql`update ${sql.table(table)} as t set ${set} from (select ${unnested(all, rows)}) as n where t.id = n.id`
}

/** Sets columns of many rows to the same values. */
export function updateSame(table: string, ids: readonly string[], values: Cells) {
  const set = sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
  return sql`update ${sql.table(table)} set ${set} where ${among('id', ids)}`
}

const names = (columns: readonly InsertColumn[]) => columns.map(({ name }) => `"${name}"`).join(', ')
const isArray = (type: string) => type.endsWith('[]')
/** An array of arrays would be a matrix: a row's own array travels as its text. */
const arrayType = (type: string) => (isArray(type) ? 'text[]' : `${type}[]`)

function cell(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null
  if (isArray(type)) return arrayText(value as readonly string[])
  return type === 'jsonb' ? JSON.stringify(value) : value
}

/** A column as PostgreSQL reads an array; the driver would ask of every value again what it is. */
function arrayLiteral(rows: readonly Cells[], name: string, type: string) {
  return `{${rows.map(row => element(cell(row[name], type))).join(',')}}`
}

function element(value: unknown) {
  if (value === null) return 'NULL'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return `"${value.toISOString()}"`
  const text = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value)
  return text.includes('"') || text.includes('\\') ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`
}

const arrayText = (values: readonly string[]) =>
  `{${values.map(value => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
