import { FieldProblem } from '../../../schema/field-type.ts'
import { type Problem, Refused } from '../../../schema/refused.ts'
import type { AnyRow, Context } from '../../records/context.ts'
import { createParsed, editParsed, parseDraft, parsePatch } from '../../records/edge.ts'
import { loadFor } from '../../records/load.ts'
import type { Values } from '../../records/write.ts'
import type { Model } from '../../tables/model.ts'
import type { CsvRow } from '../csv/records.ts'
import { type Found, findByKeys } from './find.ts'
import { inParts } from './in-parts.ts'
import { markTwins } from './keys.ts'
import type { Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { type ReadRow, rowReader } from './read-row.ts'
import { type Remembered, resolvePointers } from './resolve.ts'
import { type Similar, similarTo } from './similar.ts'
import { idColumn } from './targets.ts'

export interface Importing {
  readonly importId: string
  readonly model: Model
  readonly plan: Plan
  readonly width: number
  readonly remembered: Remembered
  /** Says what new records look like; where the plan changes those instead, that is asked in any case. */
  readonly compared?: boolean
}

export interface Written extends Outcome {
  readonly before?: AnyRow
  readonly after?: AnyRow
  readonly similar?: Similar
}

/** The cells of some rows as the fields take them, and which rows say the same twice. */
export async function readRows(
  ctx: Context,
  { model, plan, width, importId }: Importing,
  csv: readonly CsvRow[],
): Promise<readonly ReadRow[]> {
  const rows = csv.map(rowReader(plan, model, ctx.actor, width))
  await markTwins(ctx, model, plan, importId, rows)
  return rows
}

/** Through the pipeline, as whoever imports them; what is wrong with a row stops that row only. */
export async function writeRows(
  ctx: Context,
  importing: Importing,
  rows: readonly ReadRow[],
): Promise<readonly Written[]> {
  const { model, plan, remembered } = importing
  await resolvePointers(ctx, model, rows, remembered)
  const known = await knownRecords(ctx, model, plan, rows)
  const { steps, similar } = await besideSimilar(
    ctx,
    importing,
    rows,
    rows.map(row => stepOf(ctx, importing, row, known)),
  )
  const creations = steps.filter(step => step.kind === 'create')
  const edits = steps.filter(step => step.kind === 'edit')
  const created = await inParts(ctx, creations, items =>
    createParsed(
      ctx,
      model,
      items.map(({ values }) => values),
    ),
  )
  const edited = await inParts(ctx, edits, items => editAll(ctx, model, items))
  return [
    ...steps.flatMap(step => (step.kind === 'fail' ? [failed(step.row, step.problems)] : [])),
    ...[...created.failed, ...edited.failed].map(({ item, problems }) => failed(item.row, problems)),
    ...created.done.map(
      ({ item, result }): Written => ({
        row: item.row,
        fate: 'created',
        id: result.id,
        after: result,
        ...(similar.has(item.row) ? { similar: similar.get(item.row) as Similar } : {}),
      }),
    ),
    ...edited.done.map(
      ({ item, result: { before, after } }): Written => ({
        row: item.row,
        fate: after.version === before.version ? 'unchanged' : 'updated',
        id: after.id,
        before,
        after,
      }),
    ),
  ].sort((a, b) => a.row - b.row)
}

const failed = (row: number, problems: readonly Problem[]): Written => ({ row, fate: 'failed', problems })

type Known = ReadonlyMap<string, ReadonlyMap<unknown, Found>>

/** By the key, and where records may be made, by every unique field that a new one must not repeat. */
async function knownRecords(
  ctx: Context,
  model: Model,
  { mode, by, columns }: Plan,
  rows: readonly ReadRow[],
): Promise<Known> {
  const unique = columns.map(({ field }) => field).filter(name => model.fields[name]?.unique)
  const fields = new Set([...(by === null ? [] : [by]), ...(mode === 'update' ? [] : unique)])
  const known = new Map<string, ReadonlyMap<unknown, Found>>()
  for (const field of fields)
    known.set(
      field,
      await findByKeys(
        ctx,
        model,
        field,
        rows.flatMap(({ keys }) => keys.get(field) ?? []),
      ),
    )
  return known
}

type Step =
  | { readonly kind: 'create'; readonly row: number; readonly values: Values }
  | { readonly kind: 'edit'; readonly row: number; readonly id: string; readonly patch: Values }
  | { readonly kind: 'fail'; readonly row: number; readonly problems: readonly Problem[] }

/** What new records look like that are there already; where the plan says so, those are changed instead, each once. */
async function besideSimilar(
  ctx: Context,
  { model, plan, compared }: Importing,
  rows: readonly ReadRow[],
  steps: readonly Step[],
): Promise<{ readonly steps: readonly Step[]; readonly similar: ReadonlyMap<number, Similar> }> {
  const similar = new Map<number, Similar>()
  if (!compared && plan.alike !== 'update') return { steps, similar }
  const creations = steps.flatMap(step => (step.kind === 'create' ? [step] : []))
  const found = await similarTo(
    ctx,
    model,
    creations.map(({ values }) => values),
  )
  for (const [at, { row }] of creations.entries()) {
    const one = found[at]
    if (one) similar.set(row, one)
  }
  if (plan.alike !== 'update') return { steps, similar }
  const editable = await editableAmong(
    ctx,
    model,
    [...similar.values()].map(({ id }) => id),
  )
  const taken = new Set(steps.flatMap(step => (step.kind === 'edit' ? [step.id] : [])))
  const changed = steps.map((step, at): Step => {
    const id = step.kind === 'create' ? similar.get(step.row)?.id : undefined
    const row = rows[at]
    if (!id || !row || !editable.has(id) || taken.has(id)) return step
    taken.add(id)
    const parsed = parse(() => parsePatch(ctx, model, inputOf(model, plan, row, 'edit')))
    return 'values' in parsed ? { kind: 'edit', row: row.row, id, patch: parsed.values } : step
  })
  return { steps: changed, similar }
}

async function editableAmong(ctx: Context, model: Model, ids: readonly string[]) {
  const found = await findByKeys(ctx, model, idColumn, ids)
  return new Set([...found.values()].filter(({ seen, editable }) => seen && editable).map(({ id }) => id))
}

/** What is to be done with a row, or all that is wrong with it. */
function stepOf(ctx: Context, { model, plan }: Importing, row: ReadRow, known: Known): Step {
  const record = recordOf(plan, row, known)
  const problems = [...row.problems, ...('problem' in record ? [record.problem] : [])]
  const id = 'id' in record ? record.id : undefined
  const parsed = parse(() =>
    id === undefined
      ? parseDraft(ctx, model, inputOf(model, plan, row, 'create'))
      : parsePatch(ctx, model, inputOf(model, plan, row, 'edit')),
  )
  const told = new Set(problems.map(({ field }) => field))
  problems.push(...('problems' in parsed ? parsed.problems.filter(({ field }) => !told.has(field)) : []))
  if (problems.length || !('values' in parsed)) return { kind: 'fail', row: row.row, problems }
  return id === undefined
    ? { kind: 'create', row: row.row, values: parsed.values }
    : { kind: 'edit', row: row.row, id, patch: parsed.values }
}

function recordOf(
  { mode, by }: Plan,
  row: ReadRow,
  known: Known,
): { id: string } | { problem: Problem } | { created: true } {
  const say = (field: string, code: string) => ({ problem: { field, code } })
  const key = by === null ? undefined : row.keys.get(by)
  const record = by === null || key === undefined ? undefined : known.get(by)?.get(key)
  if (mode !== 'create' && by !== null) {
    if (record?.seen) return record.editable ? { id: record.id } : say(by, 'import.not-yours')
    if (mode === 'update') return say(by, key === undefined ? 'import.no-key' : 'import.no-match')
    if (by === idColumn && row.id !== null) return say(by, 'import.no-match')
  }
  for (const [field, records] of known) {
    const taken = row.keys.get(field)
    if (field !== idColumn && taken !== undefined && records.has(taken)) return say(field, 'not-unique')
  }
  return { created: true }
}

/** An empty cell says nothing, or, where the plan says so, "nothing". A new record keeps its defaults where it must have a value. */
function inputOf(model: Model, { blank }: Plan, { input, blanks }: ReadRow, kind: 'create' | 'edit') {
  if (blank === 'keep') return input
  const cleared = blanks.filter(name => kind === 'edit' || !model.fields[name]?.required)
  return { ...input, ...Object.fromEntries(cleared.map(name => [name, null])) }
}

function parse(read: () => Values): { values: Values } | { problems: readonly Problem[] } {
  try {
    return { values: read() }
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return { problems: error.problems }
    if (error instanceof FieldProblem) return { problems: [{ field: '', code: error.code, params: error.params }] }
    throw error
  }
}

async function editAll(ctx: Context, model: Model, items: readonly { readonly id: string; readonly patch: Values }[]) {
  const rows = await loadFor(
    ctx,
    model,
    items.map(({ id }) => id),
    'edit',
  )
  const after = await editParsed(
    ctx,
    model,
    rows.map((row, at) => ({ row, patch: items[at]?.patch ?? {} })),
  )
  return rows.map((before, at) => ({ before, after: after[at] ?? before }))
}
