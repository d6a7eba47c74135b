import { type RawBuilder, sql } from 'kysely'
import type { customField } from '../../objects/custom-field.ts'
import type { Field, Fields } from '../../schema/field.ts'
import type { Row } from '../../schema/object.ts'
import type { Db, Tx } from '../database/database.ts'
import type { CustomFields } from '../tables/model.ts'

export type CustomRow = Pick<
  Row<typeof customField>,
  'object' | 'name' | 'label' | 'type' | 'options' | 'target' | 'decimals' | 'help' | 'required' | 'mask'
>

/** The fields added at run time, as data like any other. */
export const readCustomFields = (db: Db | Tx): Promise<CustomFields> =>
  readRows(db, sql`deleted_at is null and not hidden`)

/** Hidden ones and those in the trash too: their columns and values are still there. */
export const readCustomColumns = (db: Db | Tx): Promise<CustomFields> => readRows(db, sql`true`)

/** None while the table is not there yet. */
async function readRows(db: Db | Tx, which: RawBuilder<unknown>): Promise<CustomFields> {
  const { rows: tables } = await sql<{
    there: boolean
  }>`select to_regclass('custom_fields') is not null as there`.execute(db)
  if (!tables[0]?.there) return {}
  // Whole rows, whatever columns they have: a new release reads them before it has migrated this very table.
  const { rows } = await sql<{
    row: CustomRow
  }>`select to_jsonb(c) as row from custom_fields as c where ${which} order by place, id`.execute(db)
  return customFieldsFrom(rows.map(({ row }) => row))
}

export const customFieldsFrom = (rows: readonly CustomRow[]): CustomFields =>
  Object.fromEntries([...Map.groupBy(rows, ({ object }) => object)].map(([object, group]) => [object, toFields(group)]))

const toFields = (rows: readonly CustomRow[]): Fields => Object.fromEntries(rows.map(row => [row.name, toField(row)]))

export function toField({ type, label, help, required, mask, options, target, decimals }: CustomRow): Field {
  const common = { label, required, ...(help ? { help } : {}), ...(mask ? { mask } : {}) }
  const own = {
    ...(type === 'choice' || type === 'choices' ? { options: readOptions(options) } : {}),
    ...(type === 'ref' ? { to: target ?? '', onDelete: 'clear' } : {}),
    ...(type === 'number' && decimals != null ? { decimals: Number(decimals) } : {}),
  }
  return { type, ...common, ...own } as unknown as Field
}

/** One option a line: `key: label`. */
export const readOptions = (text: string | null): Record<string, string> =>
  Object.fromEntries(
    (text ?? '').split('\n').flatMap(line => {
      const [key = '', ...label] = line.split(':')
      return key.trim() ? [[key.trim(), label.join(':').trim() || key.trim()]] : []
    }),
  )
