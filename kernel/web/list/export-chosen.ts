import type { DescribedObject } from '../../schema/described.ts'
import { isLinks } from '../../schema/field-type.ts'
import { textOf } from '../request.ts'
import type { Column } from './columns.ts'
import type { choiceOf } from './selection.ts'

type Choice = ReturnType<typeof choiceOf>
/** The columns that are shown, of the records that are chosen. An address holds no more than so many ids. */
export async function exportOf(
  { plural, title }: DescribedObject,
  choice: Choice,
  sort: string | undefined,
  columns: readonly Column[],
) {
  const names = columns.flatMap(column => (column.isTitle ? title : column.fields.flatMap(exported)))
  const shared = { columns: ['id', ...new Set(names)].join(','), bom: 'true', ...(sort ? { sort } : {}) }
  const address = (query: Readonly<Record<string, string>>) =>
    `/api/${plural}/export.csv?${new URLSearchParams({ ...shared, ...query })}`
  if ('where' in choice)
    return save(
      address({ where: JSON.stringify(choice.where), ...(choice.search ? { search: choice.search } : {}) }),
      plural,
    )
  const parts: string[] = []
  for (let from = 0; from < choice.ids.length; from += idsAtOnce) {
    const where = JSON.stringify({ id: { in: choice.ids.slice(from, from + idsAtOnce) } })
    const text = await textOf(address({ where }))
    parts.push(from === 0 ? text : text.slice(text.indexOf('\n') + 1))
  }
  const file = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }))
  save(file, plural)
  URL.revokeObjectURL(file)
}

const idsAtOnce = 100

const exported = ({ name, ...field }: Column['fields'][number]) =>
  field.type === 'ref' || (isLinks({ ...field }) && field.type !== 'tags') ? [name, `${name}.id`] : [name]

function save(address: string, name: string) {
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
}
