import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { canSee } from '../access/rights.ts'
import { keyOf } from '../filter/compile.ts'
import type { Model } from '../tables/model.ts'

export interface SortKey {
  readonly field: string
  readonly descending: boolean
  /** May be empty; empty comes last, whatever the direction. */
  readonly nullable: boolean
  readonly key: RawBuilder<unknown>
}

/** `-close_date,title` */
export function parseSort(text: string | undefined, model: Model, actor: Actor): SortKey[] {
  const parts = text ? text.split(',') : ['-created_at']
  if (parts.length > 4) throw invalidField('sort', 'sort.too-many', { max: 4 })
  return parts.map(part => sortKeyOf(part.trim(), model, actor))
}

function sortKeyOf(part: string, model: Model, actor: Actor): SortKey {
  const descending = part.startsWith('-')
  const name = descending ? part.slice(1) : part
  const field = Object.hasOwn(model.fields, name) ? (model.fields[name] as Field) : undefined
  if (!field || !canSee(actor, model, name) || !typeOf(field).sortable) throw invalidField('sort', 'sort.unknown-field', { object: model.name })
  return { field: name, descending, nullable: !field.required, key: keyOf(model, name, 't') }
}

/** In the order that the index has, or its reverse; the id decides between equals. */
export const orderBy = (keys: readonly SortKey[]) =>
  sql.join([
    ...keys.map(({ key, descending, nullable }, at) => sql`${key} ${sql.raw(direction(descending) + (at > 0 && nullable ? ' nulls last' : ''))}`),
    sql`t.id ${sql.raw(direction(keys[0]?.descending ?? false))}`,
  ])

const direction = (descending: boolean) => (descending ? 'desc' : 'asc')
