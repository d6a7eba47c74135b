// parse → load → authorise: the first half of the one way in, for everything that comes from outside: the API,
// the page, an import. The second half is write.ts.

import { sql } from 'kysely'
import { parseFields } from '../../fields/index.ts'
import type { Field, Fields } from '../../schema/field.ts'
import { isLinks } from '../../schema/field-type.ts'
import { invalid, invalidField, type Problem, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { maskOf, may, scopes, type Verb } from '../access/rights.ts'
import { ownerColumn, visible } from '../access/visible.ts'
import { runHot } from '../database/hot.ts'
import { join } from '../filter/compile.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import { requireFiles } from './attach.ts'
import type { AnyRow, Context } from './context.ts'
import { targetsOf } from './links.ts'
import { holdParents, loadFor } from './load.ts'
import { purgeRecords, restoreRecords, trashRecords } from './remove.ts'
import { staleWrite } from './stale.ts'
import { type Edit, insertRecords, updateRecords, type Values } from './write.ts'

export async function createRecords(ctx: Context, model: Model, inputs: readonly unknown[]): Promise<AnyRow[]> {
  requireVerb(ctx, model, 'create')
  return createParsed(
    ctx,
    model,
    parseAll(inputs, (input, index) => parseDraft(ctx, model, input, index)),
  )
}

export const parseDraft = (ctx: Context, model: Model, input: unknown, index = 0): Values =>
  withOwner(ctx, input, parseFields(writable(ctx, model, input, index), input, ctx.actor.locale, { partial: false }))

/** From drafts that were parsed one by one: an import says of each row what is wrong with it. */
export async function createParsed(ctx: Context, model: Model, drafts: readonly Values[]): Promise<AnyRow[]> {
  requireVerb(ctx, model, 'create')
  const rows = drafts.map(values => complete(ctx, model, values))
  const parents = drafts.map(values => values[model.object.through ?? ''])
  await holdParents(ctx, model, sql`select unnest(${parents.filter(id => typeof id === 'string')}::uuid[])`)
  await requireTargets(ctx, model.fields, drafts)
  const written = await insertRecords(ctx, model, rows)
  await requireWithin(ctx, model, 'create', written)
  return written
}

export interface EditInput {
  readonly id: string
  readonly input: unknown
  /** The version that the writer saw; a later one is a conflict. */
  readonly version?: number
}

export async function editRecords(ctx: Context, model: Model, edits: readonly EditInput[]): Promise<AnyRow[]> {
  requireVerb(ctx, model, 'edit')
  if (new Set(edits.map(({ id }) => id)).size < edits.length) throw invalidField('edits', 'twice')
  const patches = parseAll(edits, ({ input }, index) => parsePatch(ctx, model, input, index))
  const rows = await loadFor(
    ctx,
    model,
    edits.map(({ id }) => id),
    'edit',
  )
  for (const [at, row] of rows.entries()) {
    const version = edits[at]?.version
    if (version !== undefined && version !== row.version) throw await staleWrite(ctx, model, row, version)
  }
  return editParsed(
    ctx,
    model,
    rows.map((row, at) => ({ row, patch: patches[at] ?? {} })),
  )
}

export const parsePatch = (ctx: Pick<Context, 'actor'>, model: Model, input: unknown, index = 0): Values =>
  parseFields(writable(ctx, model, input, index), input, ctx.actor.locale, { partial: true })

/** From patches that were parsed one by one, of records that were loaded to be edited. */
export async function editParsed(ctx: Context, model: Model, edits: readonly Edit[]): Promise<AnyRow[]> {
  await requireTargets(
    ctx,
    model.fields,
    edits.map(({ patch }) => patch),
    edits.map(({ row }) => row),
  )
  const written = await updateRecords(ctx, model, edits)
  await requireWithin(ctx, model, 'edit', moved(model, edits))
  return written
}

/** What belongs to its parent is not slipped under one that the person may not edit. */
const moved = ({ object: { through, owned } }: Model, edits: readonly Edit[]) =>
  through && !owned
    ? edits.flatMap(({ row, patch }) => (through in patch && patch[through] !== row[through] ? [row] : []))
    : []

export async function removeRecords(ctx: Context, model: Model, ids: readonly string[]) {
  requireVerb(ctx, model, 'delete')
  return trashRecords(ctx, model, await loadFor(ctx, model, ids, 'delete'))
}

export async function bringBackRecords(ctx: Context, model: Model, ids: readonly string[]) {
  requireVerb(ctx, model, 'delete')
  const restored = await restoreRecords(ctx, model, await loadFor(ctx, model, ids, 'delete', 'trashed'))
  await requireLiveParents(ctx, model, restored)
  return restored
}

/** What was removed with its parent comes back with it: alone, it would belong to something in the trash. */
async function requireLiveParents(ctx: Context, model: Model, rows: readonly AnyRow[]) {
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.type !== 'ref' || field.onDelete !== 'cascade') continue
    const parent = ctx.models.get(field.to)
    const ids = rows.flatMap(row => (row[name] ? [String(row[name])] : []))
    const { rows: trashed } = await sql<{
      id: string
    }>`select id from ${sql.table(parent.table)} where id = any(${ids}::uuid[]) and deleted_at is not null limit 1`.execute(
      ctx.db,
    )
    if (trashed[0]) throw new Refused('restore.parent-in-trash', { object: parent.name, id: trashed[0].id })
  }
}

export async function eraseRecords(ctx: Context, model: Model, ids: readonly string[]) {
  requireVerb(ctx, model, 'delete')
  await purgeRecords(ctx, model, await loadFor(ctx, model, ids, 'delete', 'trashed'))
}

export function requireVerb(ctx: Pick<Context, 'actor'>, model: Model, verb: Verb | string) {
  if (!may(ctx.actor, model, verb)) throw new Refused('forbidden', { object: model.name, verb })
}

/** Fields that this person may write: a hidden one is as unknown as one that does not exist. */
function writable(ctx: Pick<Context, 'actor'>, model: Model, input: unknown, index: number): Fields {
  const { fields, masked } = writableOf(ctx.actor, model)
  const given = typeof input === 'object' && input !== null ? input : {}
  const kept = masked.filter(name => Object.hasOwn(given, name))
  if (kept.length) throw invalid(kept.map(field => ({ field, code: 'readonly', index })))
  return fields
}

interface Writable {
  readonly fields: Fields
  /** Seen, and written by others. */
  readonly masked: readonly string[]
}
const writables = new WeakMap<Actor, WeakMap<Model, Writable>>()

/** Remembered, because every row of an import asks. */
function writableOf(actor: Actor, model: Model): Writable {
  const known = writables.get(actor)?.get(model)
  if (known) return known
  const masks = Object.entries(model.fields).map(([name, field]) => [name, field, maskOf(actor, model, name)] as const)
  const made = {
    fields: Object.fromEntries(
      masks
        .filter(([, field, mask]) => mask === null || (field.readonly && mask === 'readonly'))
        .map(([name, field]) => [name, field]),
    ),
    masked: masks.filter(([, field, mask]) => mask === 'readonly' && !field.readonly).map(([name]) => name),
  }
  const ofActor = writables.get(actor) ?? new WeakMap<Model, Writable>()
  writables.set(actor, ofActor.set(model, made))
  return made
}

/** Who creates a record owns it, unless somebody is named, or nobody on purpose. */
const withOwner = (ctx: Context, input: unknown, values: Values): Values =>
  'owner_id' in values && !Object.hasOwn(input as object, 'owner_id') ? { ...values, owner_id: ctx.actor.id } : values

/** Reads every input before it complains, so that one answer names everything that is wrong. */
function parseAll<I, V>(inputs: readonly I[], parse: (input: I, index: number) => V): V[] {
  const problems: Problem[] = []
  const parsed = inputs.flatMap((input, index) => {
    try {
      return [parse(input, index)]
    } catch (error) {
      if (!(error instanceof Refused) || error.kind !== 'invalid') throw error
      problems.push(...error.problems.map(problem => (inputs.length > 1 ? { ...problem, index } : problem)))
      return []
    }
  })
  if (problems.length) throw invalid(problems.slice(0, 100))
  return parsed
}

/** What every record starts with. */
export function complete(ctx: Context, model: Model, values: Values): AnyRow {
  const owner = model.object.owned ? { owner_id: values.owner_id === undefined ? ctx.actor.id : values.owner_id } : {}
  const base = {
    id: ctx.kernel.newId(),
    version: 1,
    created_by: ctx.actor.id,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  return {
    ...emptyRecord(model),
    ...defined(values),
    ...base,
    ...owner,
    ...(typeof values.id === 'string' ? { id: values.id } : {}),
  }
}

const emptyRecords = new WeakMap<Model, Values>()

function emptyRecord(model: Model): Values {
  const known = emptyRecords.get(model)
  if (known) return known
  const made = Object.fromEntries(Object.entries(model.fields).map(([name, field]) => [name, emptyOf(field)]))
  emptyRecords.set(model, made)
  return made
}

function emptyOf(field: Field): unknown {
  if ('default' in field && field.default !== undefined) return field.default
  if (field.type === 'flag') return false
  return ['choices', 'tags', 'refs', 'about'].includes(field.type) ? [] : null
}

const defined = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** What a record is made to point to must be there, and be seen by whoever points. What it pointed to before may stay. */
export async function requireTargets(
  ctx: Context,
  fields: Fields,
  drafts: readonly Values[],
  before: readonly Values[] = [],
) {
  await requireFiles(ctx, fields, drafts, before)
  const wanted = drafts.flatMap((values, index) => {
    if (!before[index]) return pointers(ctx, fields, values).map(pointer => ({ ...pointer, index }))
    const kept = new Set(pointers(ctx, fields, pick(before[index] ?? {}, values)).map(keyOf))
    return pointers(ctx, fields, values)
      .filter(pointer => !kept.has(keyOf(pointer)))
      .map(pointer => ({ ...pointer, index }))
  })
  if (wanted.length === 0) return
  const queries = [...Map.groupBy(wanted, ({ object }) => object)].map(([object, group]) =>
    seenOf(
      ctx,
      ctx.models.get(object),
      group.map(({ id }) => id),
    ),
  )
  const { rows } = await runHot(ctx.db, sql<{ object: string; id: string }>`${sql.join(queries, sql` union all `)}`)
  const seen = new Set(rows.map(({ object, id }) => `${object} ${id}`))
  const lost = wanted.filter(({ object, id }) => !seen.has(`${object} ${id}`))
  if (lost.length)
    throw invalid(
      lost
        .slice(0, 100)
        .map(({ field, index }) => ({ field, code: 'ref-missing', ...(drafts.length > 1 ? { index } : {}) })),
    )
}

interface Pointer {
  readonly field: string
  readonly object: string
  readonly id: string
}

function pointers(ctx: Context, fields: Fields, values: Values): Pointer[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name]
    if (!field || value === null || (name === 'owner_id' && value === ctx.actor.id)) return []
    if (field.type === 'ref') return [{ field: name, object: field.to, id: String(value) }]
    return isLinks(field) ? targetsOf(field, value).map(({ object, id }) => ({ field: name, object, id })) : []
  })
}

const keyOf = ({ field, object, id }: Pointer) => `${field} ${object} ${id}`
const pick = (row: Values, values: Values) =>
  Object.fromEntries(Object.keys(values).map(name => [name, row[name] ?? null]))

/** Held, as the link itself will hold them: whoever removes one at the same moment waits, and finds the link. */
const seenOf = (ctx: Context, model: Model, ids: readonly string[]) =>
  sql`select object, id from (select ${sql.lit(model.name)}::text as object, t.id from ${sql.table(model.table)} as t
    where ${among('t.id', [...new Set(ids)])} and t.deleted_at is null and ${visible(ctx, model, 'read', 't')} for key share of t) as held`

/** Nobody creates what would lie outside of what they may create. */
async function requireWithin(ctx: Context, model: Model, verb: Verb, rows: readonly AnyRow[]) {
  const given = scopes(ctx.actor, model, verb).map(({ scope }) => scope)
  if (rows.length === 0 || given.includes('everybody')) return
  const owner = ownerColumn(model)
  if (owner && ctx.actor.id && given.includes('own') && rows.every(row => row[owner] === ctx.actor.id)) return
  const ids = rows.map(row => row.id)
  const { rows: outside } = await runHot(
    ctx.db,
    sql<{ id: string }>`select t.id from ${sql.table(model.table)} as t
    where ${among('t.id', ids)} and (${join([visible(ctx, model, verb, 't')], ' and ')}) is not true limit 1`,
  )
  if (outside.length) throw new Refused('outside-scope', { object: model.name, verb })
}
