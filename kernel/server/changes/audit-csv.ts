import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import type { Included } from '../records/include.ts'
import { targetsOf } from '../records/links.ts'
import type { Reading } from '../records/list.ts'
import { csvLine } from '../transfer/csv/line.ts'
import { type AuditAsked, type AuditRow, auditPage } from './audit.ts'

const head = ['at', 'who', 'source', 'events', 'object', 'record', 'record_id', 'field', 'before', 'after', 'batch']

/** A line for each field that changed, page by page. */
export async function* auditCsv(reading: Reading, asked: Omit<AuditAsked, 'limit' | 'before'>) {
  yield csvLine(head)
  for (let before: number | null | undefined; before !== null; ) {
    const page = await auditPage(reading, { ...asked, ...(before ? { before } : {}), limit: 500 })
    for (const row of page.rows) yield* linesOf(reading, row, page.included)
    before = page.next
  }
}

function* linesOf(reading: Reading, row: AuditRow, included: Included) {
  const who = row.actor_id === null ? '' : (included.user?.[row.actor_id]?.title ?? row.actor_id)
  const fields = reading.models.find(row.object)?.fields ?? {}
  const text = (name: string, value: unknown) => textOf(reading, fields[name], value, included)
  const names = Object.keys({ ...row.before, ...row.after })
  for (const name of names.length ? names : [''])
    yield csvLine([
      row.at,
      who,
      row.source,
      row.events.join(' '),
      row.object,
      row.title,
      row.record_id,
      name,
      text(name, row.before?.[name]),
      text(name, row.after?.[name]),
      row.batch,
    ])
}

function textOf({ actor: { locale } }: Reading, field: Field | undefined, value: unknown, included: Included): string {
  if (value === null || value === undefined) return ''
  const title = (object: string, id: string) => included[object]?.[id]?.title ?? id
  if (field?.type === 'ref') return title(field.to, String(value))
  if (field && Array.isArray(value) && (field.type === 'refs' || field.type === 'tags' || field.type === 'about'))
    return targetsOf(field, value)
      .map(({ object, id }) => title(object, id))
      .join('; ')
  if (!field || typeof value === 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  return typeOf(field).toText(value as never, field as never, locale)
}
