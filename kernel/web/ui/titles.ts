import { plainText } from '../../fields/rich_text/rich_text.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { fieldOf } from '../schema/use-schema.ts'

/** What a record is called, by what it points to too; '' when the parts of its name are empty or not to be seen. */
export function titleOf(object: DescribedObject, record: AnyRecord, included: Included = {}): string {
  const parts = object.title.map(name => {
    const field = fieldOf(object, name)
    const value = field?.type === 'ref' ? included[field.to]?.[String(record[name])]?.title : record[name]
    return asLine(value, field?.type)
  })
  return parts.filter(Boolean).join(' ')
}

/** One line of what may be a page. */
export function asLine(value: unknown, type: string | undefined): string {
  if (typeof value !== 'string') return ''
  const text = type === 'rich_text' || value.startsWith('<') ? plainText(value) : value
  return text.split('\n', 1)[0] ?? ''
}
