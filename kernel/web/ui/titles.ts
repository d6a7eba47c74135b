import { plainText } from '../../fields/rich_text/rich_text.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { fieldOf } from '../schema/use-schema.ts'

/** What a record is called; '' when the parts of its name are empty or not to be seen. */
export function titleOf(object: DescribedObject, record: AnyRecord): string {
  const parts = object.title.map(name => asLine(record[name], fieldOf(object, name)?.type))
  return parts.filter(Boolean).join(' ')
}

/** One line of what may be a page. */
export function asLine(value: unknown, type: string | undefined): string {
  if (typeof value !== 'string') return ''
  const text = type === 'rich_text' || value.startsWith('<') ? plainText(value) : value
  return text.split('\n', 1)[0] ?? ''
}
