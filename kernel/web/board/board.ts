// What a board of an object is made of, as the declaration has it.

import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { State } from '../../schema/object.ts'
import type { AnyRecord } from '../client.ts'
import { fieldOf, type Schema } from '../schema/use-schema.ts'
import type { Tone } from '../ui/Chip.tsx'
import { titleOf } from '../ui/titles.ts'

export interface Column {
  /** The value of the field, or null for those that have none. */
  readonly key: string | null
  readonly label: string
  readonly tone: Tone
  /** In how many of a hundred cases something comes of what stands there. */
  readonly weight?: number | undefined
  /** How many should stand there at once. */
  readonly most?: number | undefined
  /** Whoever looks at the board says how many. */
  readonly isFree?: true
}

/** A choice, or a ref to what stands in an order. */
export const boardFields = (object: DescribedObject, { byName }: Pick<Schema, 'byName'>) =>
  object.fields.filter(field => {
    const to = field.type === 'ref' ? byName(field.to) : undefined
    return field.type === 'choice' || (to !== undefined && fieldOf(to, 'place') !== undefined)
  })

/** The one asked for, the one declared, or the first that there is. */
export function boardField(object: DescribedObject, schema: Pick<Schema, 'byName'>, by: string | undefined) {
  const fields = boardFields(object, schema)
  return (
    fields.find(({ name }) => name === by) ??
    fields.find(({ name }) => name === object.board?.by) ??
    fields.find(field => !field.readonly) ??
    fields[0]
  )
}

/** What the columns themselves belong to, where they are records of their own. */
export const parentOf = (columns: DescribedObject) =>
  columns.fields.find(field => field.type === 'ref' && field.required === true && field.name !== 'created_by')

export const optionColumns = (field: DescribedField & { readonly type: 'choice' }): Column[] =>
  Object.entries(field.options).map(([key, label]) => ({ key, label, tone: field.tones?.[key] ?? 'grey' }))

/** What the declaration says of columns that are records themselves. */
export function recordColumn(
  board: DescribedObject['board'],
  columns: DescribedObject,
  row: AnyRecord,
  at: number,
): Column {
  const numberIn = (name: string | undefined) => {
    const value = name === undefined ? undefined : row[name]
    return typeof value === 'number' ? value : undefined
  }
  const [weight, most] = [numberIn(board?.weight), numberIn(board?.most)]
  return { key: row.id, label: titleOf(columns, row), tone: toneAt(at), weight, most }
}

const toneAt = (at: number): Tone => tones[at % tones.length] ?? 'grey'
const tones = ['grey', 'blue', 'violet', 'amber', 'accent', 'green'] as const

/** The records that stand on the board: those of the declaration, and of them what was asked for. */
export function boardWhere(object: DescribedObject, by: string, where: unknown): unknown {
  const declared = object.board?.by === by ? Object.entries(object.board.where ?? {}).map(condition) : []
  const all = [...declared, ...(where === undefined ? [] : [where])]
  return all.length ? { all } : undefined
}

const condition = ([name, wanted]: [string, State[string]]) => ({
  [name]: typeof wanted === 'string' ? wanted : { in: wanted },
})

export const inColumn = (where: unknown, by: string, key: string | null) => ({
  all: [...(where === undefined ? [] : [where]), { [by]: key }],
})
