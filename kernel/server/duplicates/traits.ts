import { type RawBuilder, sql } from 'kysely'
import { isEmpty } from '../../fields/empty.ts'
import { typeOf } from '../../fields/index.ts'
import { parseValue } from '../../fields/parse-fields.ts'
import type { Field } from '../../schema/field.ts'
import { FieldProblem } from '../../schema/field-type.ts'
import type { Actor } from '../access/actor.ts'
import { canSee, may } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import type { Db, Tx } from '../database/database.ts'
import { always, type Condition } from '../filter/compile.ts'
import type { Reading } from '../records/list.ts'
import { keyColumn, type Model, type Models } from '../tables/model.ts'
import type { Rules, Traits } from './rules.ts'

/** Where the values of a path are. */
export type Source =
  | { readonly kind: 'own'; readonly field: string }
  | { readonly kind: 'ref'; readonly ref: string; readonly other: Model; readonly field: string }
  | { readonly kind: 'parts'; readonly other: Model; readonly back: string; readonly field: string }

export function sourceOf(models: Models, model: Model, path: string): Source {
  const [first = '', field] = path.split('.')
  if (field === undefined) return { kind: 'own', field: first }
  const ref = model.fields[first]
  if (ref?.type === 'ref') return { kind: 'ref', ref: first, other: models.get(ref.to), field }
  const other = models.get(first)
  const back = model.incoming.find(({ object }) => object === first)?.field ?? ''
  return { kind: 'parts', other, back, field }
}

/** May this person see what the path leads to? */
export function seesPath(models: Models, actor: Actor, model: Model, path: string): boolean {
  const source = sourceOf(models, model, path)
  if (source.kind === 'own') return canSee(actor, model, source.field)
  const isThere = source.kind === 'parts' || canSee(actor, model, source.ref)
  return isThere && may(actor, source.other, 'read') && canSee(actor, source.other, source.field)
}

interface Loaded {
  readonly id: string
  readonly traits: Traits
}

/** What live records say in the fields that are compared; `which` narrows them, over `t`. */
export async function loadTraits(
  db: Db | Tx,
  models: Models,
  model: Model,
  { paths }: Pick<Rules, 'paths'>,
  ids: readonly string[],
  which: Condition = always,
): Promise<readonly Loaded[]> {
  if (ids.length === 0) return []
  const columns = paths.map((path, at) => sql`${columnOf(sourceOf(models, model, path))} as ${sql.ref(`v${at}`)}`)
  const { rows } = await sql<Record<string, unknown> & { id: string }>`select t.id, ${sql.join(columns)}
    from ${sql.table(model.table)} as t where t.id = any(${[...ids]}::uuid[]) and t.deleted_at is null and ${which}`.execute(
    db,
  )
  return rows.map(row => ({
    id: row.id,
    traits: Object.fromEntries(paths.map((path, at) => [path, textsOf(row[`v${at}`])])),
  }))
}

const textsOf = (value: unknown): readonly string[] => {
  if (isEmpty(value)) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function columnOf(source: Source): RawBuilder<unknown> {
  if (source.kind === 'own') return sql.ref(`t.${source.field}`)
  const { other, field } = source
  const column = sql.ref(`o.${keyColumn(other, field)}`)
  const from = sql`from ${sql.table(other.table)} as o where o.deleted_at is null`
  if (source.kind === 'ref') return sql`(select ${column} ${from} and o.id = ${sql.ref(`t.${source.ref}`)})`
  return sql`array(select ${column} ${from} and ${sql.ref(`o.${source.back}`)} = t.id and ${column} is not null limit 20)`
}

/** The same of a record that is being written: what cannot be read yet says nothing. */
export async function traitsOfDraft(
  reading: Reading,
  model: Model,
  { paths }: Pick<Rules, 'paths'>,
  draft: Readonly<Record<string, unknown>>,
): Promise<Traits> {
  const entries = paths.map(async path => {
    const source = sourceOf(reading.models, model, path)
    if (source.kind === 'own') return [path, ownValue(reading, model, source.field, draft[source.field])] as const
    if (source.kind === 'ref') return [path, await refValue(reading, model, source, draft[source.ref])] as const
    return [path, []] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

function ownValue({ actor }: Reading, model: Model, name: string, given: unknown): readonly string[] {
  const field = model.fields[name] as Field
  if (isEmpty(given)) return []
  try {
    const value = typeof given === 'string' ? typeOf(field).fromText(given, field, actor.locale) : given
    return textsOf(parseValue(field, value, actor.locale))
  } catch (error) {
    if (error instanceof FieldProblem) return []
    throw error
  }
}

async function refValue(
  reading: Reading,
  model: Model,
  { ref, other, field }: Extract<Source, { kind: 'ref' }>,
  given: unknown,
) {
  const [id] = ownValue(reading, model, ref, given)
  if (id === undefined) return []
  const { rows } = await sql<{
    value: unknown
  }>`select ${sql.ref(`t.${keyColumn(other, field)}`)} as value from ${sql.table(other.table)} as t
    where t.id = ${id}::uuid and t.deleted_at is null and ${visible(reading, other, 'read', 't')}`.execute(reading.db)
  return textsOf(rows[0]?.value)
}
