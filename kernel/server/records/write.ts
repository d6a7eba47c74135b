// rules → write → record change → consequences: the second half of the one way in. The first half, which
// parses and authorises what comes from outside, is edge.ts. Everything works on arrays.

import { sql } from 'kysely'
import { isEmpty } from '../../fields/empty.ts'
import type { Field } from '../../schema/field.ts'
import { recorded } from '../changes/record.ts'
import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import { followWhatIsWrittenAbout } from '../follow/followers.ts'
import { insertRows, updateRows, updateSame } from '../tables/insert-rows.ts'
import type { Model } from '../tables/model.ts'
import { columnTypes } from '../tables/object-table.ts'
import { applyConsequences, applyRules, type Draftlike } from './around.ts'
import { toColumns } from './columns.ts'
import type { AnyRow, Context } from './context.ts'
import { addLinks, writeLinks } from './links.ts'
import { fillBases } from './money-base.ts'
import { isSame } from './same.ts'
import { explainWrite } from './write-errors.ts'

export type Values = Readonly<Record<string, unknown>>

/** Creates records from complete values: parsed, defaults filled in, ids given. */
export async function insertRecords(ctx: Context, model: Model, drafts: readonly AnyRow[]): Promise<AnyRow[]> {
  if (drafts.length === 0) return []
  const ruled = await applyRules(
    ctx,
    model,
    'create',
    drafts.map(after => ({ before: null, after })),
  )
  const rows = ruled.map(({ after }) => after)
  await addLinks(
    ctx,
    model,
    rows.map(row => ({ id: row.id, values: row })),
  )
  await followWhatIsWrittenAbout(ctx, model, rows)
  const cells = await fillBases(
    ctx,
    model,
    rows.map(row => ({ ...toColumns(model, row) })),
  )
  const types = columnTypes(ctx.models, model)
  const columns = Object.keys(cells[0] ?? {}).map(name => ({ name, type: types[name] ?? 'text' }))
  const changes = rows.map(row => ({ id: row.id, version: 1, before: null, after: filled(model, row) }))
  const write = recorded(insertRows(model.table, columns, cells), ctx, model.name, ['created'], changes)
  await along(ctx.db, explainWrite(ctx, model, rows, runHot(ctx.db, write)))
  await applyConsequences(
    ctx,
    model,
    ['created'],
    rows.map(after => ({ before: null, after })),
  )
  return rows
}

export interface Edit {
  readonly row: AnyRow
  readonly patch: Values
}

/** Changes records that were loaded for it. What does not change anything is not written. */
export async function updateRecords(
  ctx: Context,
  model: Model,
  edits: readonly Edit[],
  events: readonly string[] = [],
): Promise<AnyRow[]> {
  const drafts = edits.map(({ row, patch }) => ({ before: row, after: { ...row, ...patch } as AnyRow }))
  const ruled = await applyRules(ctx, model, 'update', drafts)
  const changed = ruled.flatMap(draft => {
    const names = changedFields(model, draft)
    return names.some(name => isTold(model, name)) || events.length ? [{ ...draft, names }] : []
  })
  const written = changed.map(({ before, after, names }) => ({
    before,
    names,
    after: { ...after, version: before.version + 1, updated_at: ctx.now },
  }))
  await writeChanged(ctx, model, written, ['updated', ...events])
  await applyConsequences(ctx, model, ['updated', ...events], written)
  const byId = new Map(written.map(({ after }) => [after.id, after as AnyRow]))
  return edits.map(({ row }) => byId.get(row.id) ?? row)
}

interface Changed {
  readonly before: AnyRow
  readonly after: AnyRow
  readonly names: readonly string[]
}

/** Records in which the same fields change are written by one statement. */
async function writeChanged(ctx: Context, model: Model, changed: readonly Changed[], events: readonly string[]) {
  const types = columnTypes(ctx.models, model)
  for (const group of Map.groupBy(changed, ({ names }) => names.join(' ')).values()) {
    const names = [...(group[0]?.names ?? []), 'updated_at']
    const cells = await fillBases(
      ctx,
      model,
      group.map(({ after }) => toColumns(model, pick(after, names))),
    )
    await writeLinks(
      ctx,
      model,
      group.map(({ after }) => ({ id: after.id, values: pick(after, names) })),
    )
    const told = group.map(change => changeOf(model, change))
    const write = recorded(writeGroup(model, group, cells, types), ctx, model.name, events, told)
    const after = group.map(change => change.after)
    await along(ctx.db, explainWrite(ctx, model, after, runHot(ctx.db, write)))
  }
}

function changeOf(model: Model, { before, after, names }: Changed) {
  const told = names.filter(name => isTold(model, name))
  return { id: after.id, version: after.version, before: pick(before, told), after: pick(after, told) }
}

function writeGroup(
  model: Model,
  group: readonly Changed[],
  cells: readonly Values[],
  types: Readonly<Record<string, string>>,
) {
  const first = cells[0] ?? {}
  const ids = group.map(({ after }) => after.id)
  const version = { version: sql`version + 1` }
  if (cells.every(values => isSame(values, first))) return updateSame(model.table, ids, { ...first, ...version })
  const columns = [...Object.keys(first), 'version'].map(name => ({ name, type: types[name] ?? 'text' }))
  return updateRows(
    model.table,
    columns,
    group.map(({ after }, at) => ({ ...cells[at], id: after.id, version: after.version })),
  )
}

const changedFields = (model: Model, { before, after }: Draftlike) =>
  Object.keys(after).filter(
    name => name !== 'updated_at' && isField(model, name) && !isSame(before?.[name] ?? null, after[name] ?? null),
  )

const isTold = (model: Model, name: string) => model.fields[name]?.derived !== true
const isField = (model: Model, name: string) => (model.fields[name] as Field | undefined) !== undefined

const pick = (row: AnyRow, names: readonly string[]) => Object.fromEntries(names.map(name => [name, row[name] ?? null]))

/** A creation keeps what was filled in; what is empty says nothing. */
function filled(model: Model, row: AnyRow) {
  const values: Record<string, unknown> = {}
  for (const name in row)
    if (isField(model, name) && isTold(model, name) && !isBase(name) && !isEmpty(row[name])) values[name] = row[name]
  return values
}

const isBase = (name: string) => name === 'created_at' || name === 'updated_at' || name === 'created_by'
