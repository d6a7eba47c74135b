import { sql } from 'kysely'
import { customField } from '../../objects/custom-field.ts'
import { typeOf } from '../../fields/index.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import type { Row } from '../../schema/object.ts'
import { consequence, rule } from '../actions/behaviours.ts'
import type { Context } from '../records/context.ts'
import { columnLine } from '../tables/plan.ts'
import type { Model } from '../tables/model.ts'
import { readOptions, toField } from './read-custom.ts'

type Custom = Row<typeof customField>

/** Told to every process when the fields of an object change. */
export const schemaChannel = 'schema'
const mostFields = 250

const checkNew = rule(customField, ['create'], async (ctx, drafts) => {
  for (const { after } of drafts) await checkField(ctx, after)
  return undefined
})

const checkChange = rule(customField, ['update'], async (_ctx, drafts) => {
  for (const { before, after } of drafts) {
    const fixed = (['object', 'name', 'type', 'target', 'decimals'] as const).find(name => before?.[name] !== after[name])
    if (fixed) throw invalidField(fixed, 'custom.fixed')
    checkOptions(after)
  }
  return undefined
})

async function checkField(ctx: Context, field: Custom) {
  const model = ctx.models.find(field.object)
  if (!model) throw invalidField('object', 'custom.unknown-object')
  if (!/^c_[a-z][a-z0-9_]{0,45}$/.test(field.name)) throw invalidField('name', 'custom.name')
  if (field.type === 'ref' && !ctx.models.find(field.target ?? '')) throw invalidField('target', 'custom.unknown-object')
  checkOptions(field)
  const { rows } = await sql<{ name: string }>`select name from custom_fields where object = ${field.object}`.execute(ctx.db)
  if (rows.some(({ name }) => name === field.name)) throw invalidField('name', 'custom.taken')
  if (rows.length >= mostFields) throw new Refused('custom.too-many', { max: mostFields })
}

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
  for (const { after } of drafts) await sql.raw(`alter table ${ctx.models.get(after.object).table} ${columnsOf(ctx, after).join(', ')}`).execute(ctx.db)
})

function columnsOf(ctx: Context, row: Custom) {
  const field = toField(row)
  const target = field.type === 'ref' ? ` references ${ctx.models.get(field.to).table} (id) on delete set null` : ''
  return Object.entries(typeOf(field).columns(field, row.name)).map(
    ([name, { type, default: initial }]) => `add column ${columnLine(name, { type, null: initial === undefined, ...(initial ? { default: initial } : {}) })}${target}`,
  )
}

/** Hidden first, in the trash; only purging drops the column with its values. */
const dropColumns = rule(customField, ['purge'], async (ctx, drafts) => {
  await sql`set local lock_timeout = '200ms'`.execute(ctx.db)
  for (const { after } of drafts) {
    const columns = Object.keys(typeOf(toField(after)).columns(toField(after), after.name))
    await sql.raw(`alter table ${(ctx.models.get(after.object) as Model).table} ${columns.map(name => `drop column if exists ${name}`).join(', ')}`).execute(ctx.db)
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
