import type { Field } from '../../schema/field.ts'
import { nextStepName } from '../../schema/next-step.ts'
import { may } from '../access/rights.ts'
import type { Model } from '../tables/model.ts'
import { targetsOf } from './links.ts'
import type { Reading } from './list.ts'
import { selectNextStep } from './next-step.ts'
import { type Named, namesOf, selectTitles } from './titles.ts'

/** A file is called by its name, and comes with a link that works for a while. */
export interface NamedFile extends Named {
  readonly type: string
  readonly size: number
  readonly url: string
}

/** object → id → what it is called; only what the reader may see. */
export type Included = Readonly<Record<string, Readonly<Record<string, Named | NamedFile>>>>

/** Refs and the next step come along with the record itself; what else may be included is asked for afterwards. */
export const comesAlong = (model: Model, name: string) => name === nextStepName || model.fields[name]?.type === 'ref'

export const selectAlong = (reading: Reading, model: Model, names: readonly string[], alias: string) => [
  ...selectTitles(reading, model, names, alias),
  ...selectNextStep(reading, model, names, alias),
]

export function joinIncluded(one: Included, other: Included): Included {
  const objects = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...objects].map(object => [object, { ...one[object], ...other[object] }]))
}

/** The names of what some fields of some records point to: one query per object, however many records. */
export async function includeNames(
  reading: Reading,
  model: Model,
  rows: readonly Readonly<Record<string, unknown>>[],
  fields: readonly string[],
  linkTo = (file: string) => `/api/files/${file}`,
): Promise<Included> {
  const wanted = fields.flatMap(name => rows.flatMap(row => pointed(model.fields[name] as Field, row[name])))
  const groups = [...Map.groupBy(wanted, ({ object }) => object)]
  const included: Record<string, Record<string, Named | NamedFile>> = {}
  for (const [object, targets] of groups) {
    if (object === 'file')
      included.file = await filesOf(
        reading,
        targets.map(({ id }) => id),
        linkTo,
      )
    const other = reading.models.find(object)
    if (!other || !may(reading.actor, other, 'read')) continue
    const names = await namesOf(
      reading,
      other,
      targets.map(({ id }) => id),
    )
    included[object] = Object.fromEntries(names.map(named => [named.id, named]))
  }
  return included
}

/** Whoever sees the record that names a file may open it. */
async function filesOf({ db }: Reading, ids: readonly string[], linkTo: (file: string) => string) {
  const rows = await db
    .selectFrom('files')
    .select(['id', 'name', 'type', 'size'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return Object.fromEntries(
    rows.map(({ id, name, type, size }) => [id, { id, title: name, type, size, url: linkTo(id) }]),
  )
}

function pointed(field: Field, value: unknown): { object: string; id: string }[] {
  if (value === null || value === undefined) return []
  if (field.type === 'file') return [{ object: 'file', id: String(value) }]
  return field.type === 'ref' ? [{ object: field.to, id: String(value) }] : targetsOf(field, value)
}
