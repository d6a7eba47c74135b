import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import { updateRows } from '../tables/insert-rows.ts'
import type { Model } from '../tables/model.ts'
import { columnTypes } from '../tables/object-table.ts'
import { toColumns } from './columns.ts'
import type { Context } from './context.ts'
import { isSame } from './same.ts'
import type { Edit, Values } from './write.ts'

/** Keeps derived fields in step with what they follow from: no change of anybody's doing, and no version of the record. */
export async function deriveRecords(ctx: Context, model: Model, edits: readonly Edit[]) {
  requireDerived(model, edits)
  const types = columnTypes(ctx.models, model)
  const changed = edits.filter(({ row, patch }) => Object.keys(patch).some(name => !isSame(row[name], patch[name])))
  for (const group of Map.groupBy(changed, ({ patch }) => Object.keys(patch).sort().join(' ')).values()) {
    const cells = group.map(({ row, patch }): Values => ({ ...toColumns(model, patch), id: row.id }))
    const columns = Object.keys(cells[0] ?? {}).flatMap(name =>
      name === 'id' ? [] : [{ name, type: types[name] ?? 'text' }],
    )
    await along(ctx.db, runHot(ctx.db, updateRows(model.table, columns, cells)))
  }
}

function requireDerived(model: Model, edits: readonly Edit[]) {
  const stranger = edits.flatMap(({ patch }) => Object.keys(patch)).find(name => !model.fields[name]?.derived)
  if (stranger) throw new Error(`${model.name}.${stranger} is not derived: it is written by update, and told.`)
}
