import { sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import { customField } from '../../objects/custom-field.ts'
import type { Row } from '../../schema/object.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { consequence, rule } from '../actions/behaviours.ts'
import type { Context } from '../records/context.ts'
import { fieldColumns } from '../tables/object-table.ts'
import { columnLine, references } from '../tables/plan.ts'
import { type CustomRow, readOptions, toField } from './read-custom.ts'

type Custom = Row<typeof customField>

/** Told to every process when the fields of an object change. */
export const schemaChannel = 'schema'
const mostFields = 250

const checkNew = rule(customField, ['create'], async (ctx, drafts) => {
  // Two who add the same field at once would both find the name free.
  await sql`select pg_advisory_xact_lock(${namesLock})`.execute(ctx.db)
  for (const [at, { after }] of drafts.entries())
    await checkField(
      ctx,
      after,
      drafts.slice(0, at).map(draft => draft.after),
    )
  return undefined
})
const namesLock = 0x7261_7007

const checkChange = rule(customField, ['update'], async (_ctx, drafts) => {
  for (const { before, after } of drafts) {
    const fixed = (['object', 'name', 'type', 'target', 'decimals'] as const).find(
      name => before?.[name] !== after[name],
    )
    if (fixed) throw invalidField(fixed, 'custom.fixed')
    checkOptions(after)
  }
  return undefined
})

async function checkField(ctx: Context, field: Custom, beside: readonly Custom[]) {
  // Whoever may not write one of these cannot add a field: the table refuses.
  if (!field.object || !field.name || !field.type) return
  const model = ctx.models.find(field.object)
  if (!model) throw invalidField('object', 'custom.unknown-object')
  if (!/^c_[a-z][a-z0-9_]{0,45}$/.test(field.name)) throw invalidField('name', 'custom.name')
  if (field.type === 'ref' && !ctx.models.find(field.target ?? ''))
    throw invalidField('target', 'custom.unknown-object')
  checkOptions(field)
  const { rows } = await sql<
    CustomRow & Pick<Custom, 'name'>
  >`select name, type, options, target, decimals, label, help, required, mask, object
    from custom_fields where object = ${field.object}`.execute(ctx.db)
  const others = [...rows, ...beside.filter(({ object }) => object === field.object)]
  const taken = new Set(others.flatMap(columnNames))
  if (columnNames(field).some(name => taken.has(name))) throw invalidField('name', 'custom.taken')
  if (others.length >= mostFields) throw new Refused('custom.too-many', { max: mostFields })
}

/** Of one field: an amount of money has three. */
const columnNames = (row: CustomRow & Pick<Custom, 'name'>) =>
  Object.keys(typeOf(toField(row)).columns(toField(row), row.name))

function checkOptions({ type, options }: Custom) {
  const keys = Object.keys(readOptions(options))
  const needed = type === 'choice' || type === 'choices'
  if (needed && keys.length === 0) throw invalidField('options', 'custom.options-missing')
  if (needed && !keys.every(key => /^[\w-]{1,64}$/.test(key))) throw invalidField('options', 'custom.option-key')
}

/**
 * The column comes in the transaction of its row: both or neither. Adding one that may be empty takes about a
 * millisecond; who waits for the table longer than a moment gives way and tries again, so that no reader queues
 * behind it.
 */
const addColumns = consequence(customField, ['created'], async (ctx, drafts) => {
  await sql`set local lock_timeout = '200ms'`.execute(ctx.db)
  for (const { after } of drafts)
    await sql
      .raw(`alter table ${ctx.models.get(after.object).table} ${columnsOf(ctx, after).join(', ')}`)
      .execute(ctx.db)
})

/** As the next migration would add them, link and all, so that it finds nothing left to do but an index. */
function columnsOf(ctx: Context, row: Custom) {
  const { table } = ctx.models.get(row.object)
  const columns = fieldColumns(ctx.models, { name: row.name, field: toField(row) })
  const links = references({ name: table, columns, primary: [] })
  return [
    ...Object.entries(columns).map(([name, spec]) => `add column ${columnLine(name, spec)}`),
    ...links.map(({ name, rule }) => `add constraint ${name} ${rule}`),
  ]
}

/** Hidden first, in the trash; only purging drops the column with its values. */
const dropColumns = rule(customField, ['purge'], async (ctx, drafts) => {
  await sql`set local lock_timeout = '200ms'`.execute(ctx.db)
  for (const { after } of drafts) {
    const columns = Object.keys(typeOf(toField(after)).columns(toField(after), after.name))
    const model = ctx.models.find(after.object)
    if (model)
      await sql
        .raw(`alter table ${model.table} ${columns.map(name => `drop column if exists ${name}`).join(', ')}`)
        .execute(ctx.db)
  }
  await tellSchema(ctx)
  return undefined
})

const announce = consequence(customField, ['created', 'updated', 'deleted', 'restored'], ctx => tellSchema(ctx))

async function tellSchema(ctx: Context) {
  await sql`select pg_notify(${schemaChannel}, '')`.execute(ctx.db)
  ctx.afterCommit.push(() => ctx.kernel.readModels())
}

export const customFieldBehaviours = [checkNew, checkChange, addColumns, dropColumns, announce]
