import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { AdminTable } from '../admin/AdminTable.tsx'
import { Panel } from '../admin/Panel.tsx'
import { useLocale } from '../schema/use-schema.ts'
import { Ago } from '../ui/Ago.tsx'
import { Chip, type Tone } from '../ui/Chip.tsx'
import { formatNumber } from '../ui/format.ts'
import { useImportWords } from '../words/import/words.ts'
import { importsQuery, type Status, type Summary } from './imports.ts'

const tones: Readonly<Record<Status, Tone>> = {
  new: 'grey',
  checking: 'blue',
  checked: 'blue',
  running: 'blue',
  done: 'green',
  cancelled: 'amber',
  failed: 'red',
  reverting: 'violet',
  reverted: 'violet',
}

/** What was imported before; what was only looked at is left out. */
export function EarlierImports({ object }: { readonly object: DescribedObject }) {
  const say = useImportWords()
  const locale = useLocale()
  const asked = useQuery({
    ...importsQuery(object.name),
    select: ({ rows }) => rows.filter(({ status }) => status !== 'new'),
  })
  if (asked.data?.length === 0) return null
  const count = (name: 'created' | 'updated' | 'failed') => ({
    name,
    label: say(`import.fate.${name}`),
    cell: (row: Summary) => formatNumber(row[name], locale),
    align: 'right' as const,
  })
  return (
    <Panel title={say('import.earlier')}>
      <AdminTable
        label={say('import.earlier')}
        asked={asked}
        idOf={({ id }) => id}
        empty={null}
        columns={[
          {
            name: 'file',
            label: say('import.step.file'),
            cell: row => (
              <Link to="/$plural/import/$id" params={{ plural: object.plural, id: row.id }}>
                {row.file ?? say('list.untitled')}
              </Link>
            ),
          },
          {
            name: 'status',
            label: say('import.status'),
            cell: ({ status }) => <Chip tone={tones[status]}>{say(`import.status.${status}`)}</Chip>,
          },
          count('created'),
          count('updated'),
          count('failed'),
          { name: 'at', label: say('import.when'), cell: ({ created_at }) => <Ago at={created_at} /> },
        ]}
      />
    </Panel>
  )
}
