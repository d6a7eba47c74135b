import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSchema } from '../../schema/use-schema.ts'
import { Ago } from '../../ui/Ago.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { AuditFilter } from './AuditFilter.tsx'
import { ChangedFields } from './ChangedFields.tsx'
import styles from './Running.module.css'
import { auditQuery, type Change, peopleQuery } from './running.ts'
import { UndoButton } from './UndoButton.tsx'

const route = getRouteApi('/shell/admin/audit')

/** Who changed what: every change of every record, the newest first. */
export default function Audit() {
  const say = useAdminWords()
  const asked = route.useSearch()
  const audit = useInfiniteQuery(auditQuery(asked))
  const nameOf = useNames()
  return (
    <AdminPage title={say('admin.page.audit')} hint={say('audit.hint')}>
      <AuditFilter asked={asked} />
      <Panel title={say('audit.changes')}>
        <AdminTable<Change>
          label={say('audit.changes')}
          asked={{ ...audit, data: audit.data?.pages.flatMap(({ rows }) => rows) }}
          idOf={({ pos, record_id }) => `${pos} ${record_id}`}
          empty={say('audit.none')}
          columns={[
            { name: 'who', label: say('audit.who'), cell: ({ actor_id }) => nameOf(actor_id) },
            {
              name: 'what',
              label: say('audit.what'),
              cell: row => <What change={row} />,
            },
            { name: 'fields', label: say('audit.fields'), cell: row => <ChangedFields change={row} /> },
            { name: 'source', label: say('audit.source'), cell: ({ source }) => source },
            { name: 'when', label: say('audit.when'), cell: ({ at }) => <Ago at={at} /> },
          ]}
          actions={row => <UndoButton change={row} />}
        />
      </Panel>
      {audit.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {say('list.more')}
          </Button>
        </div>
      )}
    </AdminPage>
  )
}

/** Leads to the record; one that is gone says so there. */
function What({ change }: { readonly change: Change }) {
  const object = useSchema().byName(change.object)
  if (!object) return <Events change={change} label={change.object} />
  return (
    <Link to="/$plural/$id" params={{ plural: object.plural, id: change.record_id }} preload={false}>
      <Events change={change} label={object.label[0]} />
    </Link>
  )
}

function Events({ change: { events }, label }: { readonly change: Change; readonly label: string }) {
  const say = useAdminWords()
  const known = ['created', 'updated', 'deleted', 'restored', 'purged'] as const
  return events
    .map(event => {
      const found = known.find(each => each === event)
      return found ? say(`audit.event.${found}`, { label }) : `${label}: ${event.replaceAll('_', ' ')}`
    })
    .join(' · ')
}

/** People by their names; the system has none. */
function useNames() {
  const say = useAdminWords()
  const { data } = useQuery(peopleQuery)
  return (id: string | null) => {
    if (id === null) return say('event.system')
    const found = data?.find(row => row.id === id)
    return found ? String(found.name) : say('event.somebody')
  }
}
