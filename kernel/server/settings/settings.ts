import { sql } from 'kysely'
import { parseFields } from '../../fields/parse-fields.ts'
import { typeOf } from '../../fields/types.ts'
import type { ValueOf } from '../../schema/field.ts'
import { FieldProblem, type Locale } from '../../schema/field-type.ts'
import { invalid } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import type { AnySetting, Setting, SettingValues } from './setting.ts'

export const settings = defineTable('settings', {
  primary: ['key'],
  columns: {
    key: column<string>('text'),
    value: column<unknown>('jsonb'),
    updated_at: column<string>('timestamp(3) with time zone'),
    updated_by: column<string | null>('uuid', { null: true }),
  },
})
declare module '../database/database.ts' {
  interface Tables {
    settings: TableRow<typeof settings>
  }
}

/** Told to every server when a setting is written. */
export const settingsChannel = 'settings'

export async function readSettings<const L extends readonly AnySetting[]>(db: Db, list: L): Promise<SettingValues<L>> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).execute()
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return Object.fromEntries(list.map(setting => [setting.key, currentValue(setting, stored)])) as SettingValues<L>
}

export interface Setter {
  readonly db: Tx
  readonly actor: { readonly id: string | null; readonly locale: Locale }
  readonly now: string
}

export async function writeSetting<S extends AnySetting>(
  { db, actor, now }: Setter,
  { key, field, default: initial, check }: S,
  given: S extends Setting<string, infer F, infer D> ? ValueOf<F> | D : unknown,
) {
  const fields = { [key]: { ...field, required: initial !== null } }
  const value = parseFields(fields, { [key]: given }, actor.locale, { partial: false })[key]
  if (value !== null) requireFit(key, () => check?.(value as never))
  const row = { value: sql`${JSON.stringify(value)}::jsonb`, updated_at: now, updated_by: actor.id }
  await db
    .insertInto('settings')
    .values({ key, ...row })
    .onConflict(conflict => conflict.column('key').doUpdateSet(row))
    .execute()
  await sql`select pg_notify(${settingsChannel}, ${key})`.execute(db)
}

function requireFit(key: string, check: () => void) {
  try {
    check()
  } catch (error) {
    if (error instanceof FieldProblem) throw invalid([{ field: key, code: error.code, params: error.params }])
    throw error
  }
}

// Written by another version, perhaps: what does not fit any more counts as not written.
function currentValue({ key, field, default: initial }: AnySetting, stored: ReadonlyMap<string, unknown>) {
  const value = stored.get(key)
  if (value === undefined || value === null) return initial
  try {
    return typeOf(field).parse(value, field, plain)
  } catch (error) {
    if (error instanceof FieldProblem) return initial
    throw error
  }
}

/** What is stored was read with the writer's own; nothing hangs on this one any more. */
const plain: Locale = { language: 'en', zone: 'UTC', country: 'US', currency: 'USD' }
