import { typeOf } from '../../fields/index.ts'
import type { Field, Fields, Mask } from '../../schema/field.ts'
import { isLinks } from '../../schema/field-type.ts'
import { type AnyObject, baseFields, type Step } from '../../schema/object.ts'

/** An object as this process knows it now: the declaration, what every record has, and the fields added at run time. */
export interface Model {
  readonly object: AnyObject
  readonly name: string
  readonly table: string
  readonly fields: Fields
  /** Name of each field with columns of its own → those columns. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly links: readonly string[]
  readonly search: readonly SearchColumn[]
  /** Fields of other objects that point here. */
  readonly incoming: readonly Incoming[]
  /** Objects whose records are planned for these. */
  readonly steps: readonly PlannedStep[]
}

export interface PlannedStep extends Step {
  readonly object: string
}

export interface SearchColumn {
  readonly column: string
  readonly mask: Mask | null
  readonly fields: readonly string[]
}

export interface Incoming {
  readonly object: string
  readonly field: string
  readonly onDelete: 'restrict' | 'clear' | 'cascade'
}

export interface Models {
  readonly version: number
  readonly all: readonly Model[]
  get(name: string): Model
  find(name: string): Model | undefined
  byPlural(plural: string): Model | undefined
}

export type CustomFields = Readonly<Record<string, Fields>>

/** Put together once per schema version; everything generic reads it. */
export function buildModels(objects: readonly AnyObject[], custom: CustomFields = {}, version = 0): Models {
  const incoming = incomingRefs(objects, custom)
  const all = objects.map(object => ({
    ...buildModel(object, custom[object.name] ?? {}, incoming.get(object.name) ?? []),
    steps: stepsAbout(object, objects),
  }))
  const byName = new Map(all.map(model => [model.name, model]))
  const byPlural = new Map(all.map(model => [model.object.plural, model]))
  return {
    version,
    all,
    find: name => byName.get(name),
    byPlural: plural => byPlural.get(plural),
    get(name) {
      const model = byName.get(name)
      if (!model) throw new Error(`No object is called "${name}".`)
      return model
    },
  }
}

function buildModel(object: AnyObject, custom: Fields, incoming: readonly Incoming[]): Omit<Model, 'steps'> {
  const fields: Fields = { ...object.fields, ...custom, ...baseFields(object) }
  const entries = Object.entries(fields)
  return {
    object,
    name: object.name,
    table: object.plural,
    fields,
    columns: Object.fromEntries(
      entries
        .filter(([, field]) => !isLinks(field))
        .map(([name, field]) => [name, Object.keys(typeOf(field).columns(field, name))]),
    ),
    links: entries.filter(([, field]) => isLinks(field)).map(([name]) => name),
    search: searchColumns(object.fields),
    incoming,
  }
}

const stepsAbout = ({ name }: AnyObject, objects: readonly AnyObject[]): PlannedStep[] =>
  objects.flatMap(({ name: object, step, fields }) => {
    const link = fields[step?.about ?? '']
    return step && link?.type === 'about' && link.to.includes(name) ? [{ object, ...step }] : []
  })

/** One column per mask: who may not see a value cannot find by it either. */
function searchColumns(fields: Fields): SearchColumn[] {
  const searched = Object.entries(fields).filter(([, field]) => field.search && !isLinks(field))
  const byMask = Map.groupBy(searched, ([, field]) => field.mask ?? null)
  return [...byMask].map(([mask, entries]) => ({
    column: mask ? `search_${mask}` : 'search_text',
    mask,
    fields: entries.map(([name]) => name),
  }))
}

function incomingRefs(objects: readonly AnyObject[], custom: CustomFields) {
  const refs = objects.flatMap(object =>
    Object.entries({ ...object.fields, ...custom[object.name] }).flatMap(([name, field]) =>
      pointer(object, name, field),
    ),
  )
  return Map.groupBy(refs, ref => ref.to)
}

function pointer(object: AnyObject, name: string, field: Field): (Incoming & { to: string })[] {
  if (field.type !== 'ref') return []
  return [{ object: object.name, field: name, to: field.to, onDelete: field.onDelete ?? 'clear' }]
}

/** The column that is compared, sorted and summed. */
export const keyColumn = (model: Model, name: string) => {
  const field = model.fields[name] as Field
  return typeOf(field).keyColumn?.(name) ?? name
}
