import { isEmpty } from '../../fields/empty.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { isLinks } from '../../schema/field-type.ts'
import type { AnyRecord } from '../client.ts'

/** The fullest of them stays, if nobody says otherwise. */
export const fullest = (records: readonly AnyRecord[]): string =>
  records.toSorted((a, b) => filled(b) - filled(a) || (a.id < b.id ? -1 : 1))[0]?.id ?? ''

const filled = (record: AnyRecord) => Object.values(record).filter(value => !isEmpty(value)).length

export interface Compared {
  /** Those between which one chooses. */
  readonly differing: readonly DescribedField[]
  /** Lists of links, of which all are kept. */
  readonly joined: readonly DescribedField[]
  /** How many more say the same everywhere. */
  readonly equal: number
}

export function compared({ fields }: DescribedObject, records: readonly AnyRecord[]): Compared {
  const shown = fields.filter(({ name, readonly }) => !readonly && records.some(record => !isEmpty(record[name])))
  const isSame = ({ name }: DescribedField) =>
    new Set(records.map(record => JSON.stringify(record[name] ?? null))).size === 1
  const different = shown.filter(field => !isSame(field))
  return {
    differing: different.filter(field => !isLinks(field)),
    joined: different.filter(isLinks),
    equal: shown.length - different.length,
  }
}

/** Whose value stays: what was chosen, otherwise the survivor's, or where it has none the first that has one. */
export function whoseValue(name: string, records: readonly AnyRecord[], survivor: string, chosen: string | undefined) {
  if (chosen !== undefined) return chosen
  const own = records.find(({ id }) => id === survivor)
  return (own && !isEmpty(own[name]) ? own : records.find(record => !isEmpty(record[name])))?.id ?? survivor
}
