import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Ago } from '../../ui/Ago.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { AuditFilter } from './AuditFilter.tsx'
import { exportAddress } from './audit-search.ts'
import { ChangedFields } from './ChangedFields.tsx'
import styles from './Running.module.css'
import { auditQuery, type Change } from './running.ts'
import { Together, UndoChange } from './UndoAudit.tsx'
import { Source, What, Who } from './WhatChanged.tsx'

const route = getRouteApi('/shell/admin/audit')

/** Who changed what: every change of every record, the newest first. */
export default function Audit() {
  const say = useAdminWords()
  const asked = route.useSearch()
  const audit = useInfiniteQuery(auditQuery(asked))
  const included = Object.assign({}, ...(audit.data?.pages ?? []).map(page => page.included))
  const rows = audit.data?.pages.flatMap(page => page.rows)
  return (
    <AdminPage
      title={say('admin.page.audit')}
      hint={say('audit.hint')}
      action={
        <Button
          component="a"
          href={exportAddress(asked)}
          download
          variant="default"
          leftSection={<Icon name="download" />}
        >
          {say('audit.export')}
        </Button>
      }
    >
      <AuditFilter asked={asked} />
      {asked.batch && <Together batch={asked.batch} count={rows?.length ?? 0} />}
      <Panel title={say('audit.changes')}>
        <AdminTable<Change>
          label={say('audit.changes')}
          asked={{ ...audit, data: rows }}
          idOf={({ pos, record_id }) => `${pos} ${record_id}`}
          empty={say('audit.none')}
          columns={[
            { name: 'what', label: say('audit.what'), cell: row => <What change={row} /> },
            { name: 'who', label: say('audit.who'), cell: row => <Who change={row} included={included} /> },
            {
              name: 'fields',
              label: say('audit.fields'),
              cell: row => <ChangedFields change={row} included={included} />,
            },
            { name: 'source', label: say('audit.source'), cell: row => <Source change={row} /> },
            {
              name: 'when',
              label: say('audit.when'),
              cell: ({ at }) => (
                <span className={styles.when}>
                  <Ago at={at} />
                </span>
              ),
            },
          ]}
          actions={row => <UndoChange change={row} asked={asked} />}
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
