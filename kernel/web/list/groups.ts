// A list in groups: which there are, in which order, and where in the list each of them begins.

import type { DescribedField, DescribedObject } from '../../schema/described.ts'

export interface Group {
  readonly key: string
  readonly value: unknown
  /** As text, for those who hear it. */
  readonly label: string
  readonly count: number
  /** Money by currency, never mixed. */
  readonly sums: Readonly<Record<string, unknown>>
}

/** A group as it stands in the list: its own line, and under it the rows that there are room for. */
export interface Placed {
  readonly group: Group
  readonly start: number
  readonly rows: number
}

export const groupFields = (object: DescribedObject) => object.fields.filter(({ type }) => groupable.has(type))
const groupable = new Set(['choice', 'code', 'ref', 'flag', 'date'])

export const keyOf = (value: unknown) => JSON.stringify(value ?? null)

/** How the server is asked for them: days stand under their months. */
export const groupName = ({ name, type }: DescribedField) => (type === 'date' ? `${name}:month` : name)

/** Only what is in the group, of what was asked for. */
export function within(where: unknown, { name, type }: DescribedField, value: unknown) {
  const here = { [name]: type === 'date' && typeof value === 'string' ? monthFrom(value) : (value ?? null) }
  return where === undefined ? here : { all: [where, here] }
}

function monthFrom(first: string) {
  const next = new Date(`${first}T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return { gte: first, lt: next.toISOString().slice(0, 10) }
}

/** As they are declared or arranged; what is empty stands last. */
export function inOrder<T extends { readonly group: unknown }>(
  totals: readonly T[],
  field: DescribedField,
  arranged: readonly string[] = [],
): readonly T[] {
  const places = new Map(placesOf(field, totals, arranged).map((value, at) => [keyOf(value), at]))
  const place = ({ group }: T) =>
    (group ?? null) === null ? Number.POSITIVE_INFINITY : (places.get(keyOf(group)) ?? places.size)
  return totals.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

function placesOf(
  field: DescribedField,
  totals: readonly { readonly group: unknown }[],
  arranged: readonly string[],
): readonly unknown[] {
  if (field.type === 'choice') return Object.keys(field.options)
  if (field.type === 'flag') return [true, false]
  if (field.type === 'ref' || field.type === 'code') return arranged
  return totals
    .map(({ group }) => group)
    .filter(day => day !== null)
    .map(String)
    .toSorted()
}

/** One under the other; a closed one is its line alone. */
export function placed(groups: readonly Group[], rowsOf: (group: Group) => number): readonly Placed[] {
  let start = 0
  return groups.map(group => {
    const here = { group, start, rows: rowsOf(group) }
    start += 1 + here.rows
    return here
  })
}

/** The group in which a line of the list stands. */
export function placeAt(all: readonly Placed[], index: number): Placed | undefined {
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((all[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const found = all[low]
  return found && index >= found.start && index <= found.start + found.rows ? found : undefined
}

/** Which of its rows are between two lines of the list. */
export function inSight({ start, rows }: Placed, first: number, last: number) {
  const [from, to] = [Math.max(0, first - start - 1), Math.min(rows - 1, last - start - 1)]
  return rows > 0 && from <= to ? { from, to } : undefined
}
