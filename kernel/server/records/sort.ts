import { type RawBuilder, sql } from 'kysely'
import { isDay } from '../../fields/date/day.ts'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { canSee } from '../access/rights.ts'
import { keyOf } from '../filter/compile.ts'
import type { Model } from '../tables/model.ts'
import { columnOfKey } from '../tables/object-table.ts'

export interface SortKey {
  readonly field: string
  readonly descending: boolean
  /** May be empty; empty comes last, whatever the direction. */
  readonly nullable: boolean
  readonly key: RawBuilder<unknown>
  /** Whether a text of a cursor is a value of the key. */
  readonly reads: (text: string) => boolean
}

/** `-close_date,title`. No key at all, for who may not see when records came: the order of ids, which is that of time. */
export function parseSort(text: string | undefined, model: Model, actor: Actor): SortKey[] {
  if (!text && !canSee(actor, model, 'created_at')) return []
  const parts = text ? text.split(',') : ['-created_at']
  if (parts.length > 4) throw invalidField('sort', 'sort.too-many', { max: 4 })
  return parts.map(part => sortKeyOf(part.trim(), model, actor))
}

function sortKeyOf(part: string, model: Model, actor: Actor): SortKey {
  const descending = part.startsWith('-')
  const name = descending ? part.slice(1) : part
  const field = Object.hasOwn(model.fields, name) ? (model.fields[name] as Field) : undefined
  if (!field || !canSee(actor, model, name) || !typeOf(field).sortable)
    throw invalidField('sort', 'sort.unknown-field', { object: model.name })
  const column = columnOfKey(model, name)
  return { field: name, descending, nullable: column.null, key: keyOf(model, name, 't'), reads: readerOf(column.type) }
}

function readerOf(type: string): (text: string) => boolean {
  if (type.startsWith('numeric')) return text => /^-?\d{1,20}(\.\d{1,10})?$/.test(text)
  if (type === 'date') return isDay
  if (type === 'boolean') return text => text === 'true' || text === 'false'
  if (type.startsWith('timestamp')) return isInstant
  return () => true
}

const isInstant = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text

/** The direction of the first key is that of the ids, which decide between equals. Without a key, the newest first. */
export const idsDescend = (keys: readonly SortKey[]) => keys[0]?.descending ?? true

/** In the order that the index has, or its reverse. The first key is never empty here: those are a query of their own. */
export const orderFilled = (keys: readonly SortKey[]) =>
  sql.join([...keys.map((key, at) => (at === 0 ? plain(key) : emptyLast(key))), byId(keys)])
/** Where the first key is empty, the others decide. */
export const orderEmpty = (keys: readonly SortKey[]) => sql.join([...keys.slice(1).map(emptyLast), byId(keys)])

const plain = ({ key, descending }: SortKey) => sql`${key} ${sql.raw(direction(descending))}`
const emptyLast = (key: SortKey) => (key.nullable ? sql`${plain(key)} nulls last` : plain(key))
const byId = (keys: readonly SortKey[]) => sql`t.id ${sql.raw(direction(idsDescend(keys)))}`
const direction = (descending: boolean) => (descending ? 'desc' : 'asc')
