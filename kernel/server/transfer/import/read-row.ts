import { typeOf } from '../../../fields/index.ts'
import type { Field } from '../../../schema/field.ts'
import { isLinks, type Locale } from '../../../schema/field-type.ts'
import type { Problem } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import type { Model } from '../../tables/model.ts'
import { unguard } from '../csv/guard.ts'
import { readItems } from '../csv/items.ts'
import type { CsvRow } from '../csv/records.ts'
import type { Plan, PlannedColumn } from './plan.ts'
import { idColumn } from './targets.ts'

/** A row on its way to a record. */
export interface ReadRow {
  readonly row: number
  /** As the API takes it; what points somewhere is filled in once it is found. */
  readonly input: Record<string, unknown>
  readonly id: string | null
  readonly blanks: readonly string[]
  readonly pointers: readonly Pointer[]
  readonly problems: Problem[]
  /** What it says for unique fields, as the database compares it. */
  readonly keys: Map<string, unknown>
}

/** The texts of one cell that name other records. */
export interface Pointer {
  readonly planned: PlannedColumn
  readonly field: Field
  readonly items: readonly PointerItem[]
}
export interface PointerItem {
  readonly text: string
  readonly object?: string
  readonly role?: string
}

/** No field takes as much; a cell of ten megabytes is not looked at letter by letter. */
const longest = 1_000_000

/** Reads the cells of a row into what the fields parse. */
export function rowReader(
  { columns, dates }: Plan,
  model: Model,
  actor: Actor,
  width: number,
): (row: CsvRow) => ReadRow {
  const locale = datesOf(actor.locale, dates)
  const readers = columns.map(planned => ({ planned, field: model.fields[planned.field] }))
  return ({ row, cells }) => {
    const read = {
      row,
      input: {} as Record<string, unknown>,
      id: null as string | null,
      blanks: [] as string[],
      pointers: [] as Pointer[],
      problems: [] as Problem[],
      keys: new Map<string, unknown>(),
    }
    if (cells.length > width && cells.slice(width).some(cell => cell.trim() !== ''))
      read.problems.push({ field: '', code: 'import.too-many-cells', params: { count: cells.length, columns: width } })
    for (const { planned, field } of readers) {
      const cell = unguard(cells[planned.column] ?? '')
      const problem = unreadable(cell)
      if (problem) read.problems.push({ field: planned.field, ...problem })
      else if (planned.field === idColumn) read.id = cell.trim().toLowerCase() || null
      else if (cell === '' || cell.trim() === '') read.blanks.push(planned.field)
      else if (field && (field.type === 'ref' || isLinks(field)))
        read.pointers.push({ planned, field, items: itemsIn(cell, field, planned) })
      else if (field) read.input[planned.field] = typeOf(field).fromText(cell, field, locale)
    }
    return read
  }
}

function unreadable(cell: string): Omit<Problem, 'field'> | undefined {
  if (cell.length > longest) return { code: 'too-long', params: { max: longest } }
  return cell.includes('\0') ? { code: 'nul-character' } : undefined
}

/** A country stands for how days are written there. */
const datesOf = (locale: Locale, dates: Plan['dates']): Locale => {
  const isMonthFirst = locale.country === 'US'
  return isMonthFirst === (dates === 'month') ? locale : { ...locale, country: dates === 'month' ? 'US' : 'GB' }
}

function itemsIn(cell: string, field: Field, { match }: PlannedColumn): PointerItem[] {
  if (field.type === 'ref') return [{ text: cell.trim() }]
  return readItems(cell).map(item => {
    const [, object, id] = field.type === 'about' && match === idColumn ? (/^(\w+):(.+)$/.exec(item) ?? []) : []
    if (object !== undefined && id !== undefined) return { text: id, object }
    return field.type === 'refs' ? withRole(item, field.roles ?? {}) : { text: item }
  })
}

/** `Ada Lovelace (Decides)` */
function withRole(item: string, roles: Readonly<Record<string, string>>): PointerItem {
  const [, text, said] = /^(.*\S)\s*\(([^()]+)\)$/s.exec(item) ?? []
  const role = Object.keys(roles).find(key => key === said || roles[key]?.toLowerCase() === said?.toLowerCase())
  return text !== undefined && role !== undefined ? { text, role } : { text: item }
}
