import { isLinks } from '../../../schema/field-type.ts'
import { invalidField } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import { visibleFields } from '../../access/rights.ts'
import type { Model } from '../../tables/model.ts'

export interface ExportColumn {
  readonly header: string
  /** Absent: the record's own id. */
  readonly field?: string
  /** Of what points somewhere: the titles, for people; or the ids, by which an import finds the same again. */
  readonly as: 'value' | 'titles' | 'ids'
}

/**
 * Without a wish: everything this person may see. What points to a record is two columns, `company` and
 * `company.id`: a title reads well and may be anybody's, an id is lossless. Tags need none: their names are unique.
 */
export function exportColumns(actor: Actor, model: Model, asked?: readonly string[]): ExportColumn[] {
  const possible = new Map(
    [idColumn, ...visibleFields(actor, model).flatMap(name => columnsOf(model, name))].map(column => [
      column.header,
      column,
    ]),
  )
  if (!asked) return [...possible.values()]
  return [...new Set(asked)].map(name => {
    const column = possible.get(name)
    if (!column) throw invalidField('columns', 'unknown-column', { name })
    return column
  })
}

const idColumn: ExportColumn = { header: 'id', as: 'ids' }

function columnsOf(model: Model, name: string): ExportColumn[] {
  const field = model.fields[name]
  if (!field || (field.type !== 'ref' && !isLinks(field))) return [{ header: name, field: name, as: 'value' }]
  const titles: ExportColumn = { header: name, field: name, as: 'titles' }
  return field.type === 'tags' ? [titles] : [titles, { header: `${name}.id`, field: name, as: 'ids' }]
}
