import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale } from '../../schema/use-schema.ts'
import { Ago } from '../../ui/Ago.tsx'
import { announce } from '../../ui/announce.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type AdminSay, useAdminWords } from '../../words/admin/words.ts'
import { AdminTable } from '../AdminTable.tsx'
import { Inset, Panel } from '../Panel.tsx'
import styles from './Running.module.css'
import { backupsQuery, type LoggedBackup, peopleQuery } from './running.ts'
import { formatBytes } from './size.ts'

/** All of it as one file, when that was done last, and how it is put back. */
export function Backup() {
  const say = useAdminWords()
  const { language } = useLocale()
  const [begun, begin] = useState(false)
  const asked = useQuery({ ...backupsQuery, refetchInterval: begun ? 3000 : false })
  const { data: people } = useQuery(peopleQuery)
  const start = () => {
    begin(true)
    announce(say('backup.begun'))
  }
  const by = ({ actor_id, source }: LoggedBackup, ofWhom: AdminSay) =>
    source === 'command'
      ? ofWhom('backup.command')
      : String(people?.find(({ id }) => id === actor_id)?.name ?? ofWhom('event.somebody'))
  return (
    <Panel
      title={say('health.backup')}
      hint={say('health.backup.hint')}
      action={
        <Button
          component="a"
          href="/api/backups/new"
          download
          variant="default"
          leftSection={<Icon name="download" />}
          onClick={start}
        >
          {say('backup.download')}
        </Button>
      }
    >
      <AdminTable
        label={say('backup.last')}
        asked={asked}
        idOf={({ at }) => at}
        empty={say('backup.none')}
        columns={[
          { name: 'when', label: say('audit.when'), cell: ({ at }) => <Ago at={at} /> },
          { name: 'who', label: say('audit.who'), cell: row => by(row, say) },
          {
            name: 'what',
            label: say('backup.holds'),
            cell: ({ rows, files }) => say('backup.rows', { rows, files }),
          },
          { name: 'size', label: say('backup.size'), align: 'right', cell: row => formatBytes(row.bytes, language) },
        ]}
      />
      <div className={styles.howTo}>
        <Inset>
          <p className={styles.step}>{say('health.backup.make')}</p>
          <code className={styles.command}>{commands.backup}</code>
          <p className={styles.step}>{say('health.backup.restore')}</p>
          <code className={styles.command}>{commands.restore}</code>
        </Inset>
      </div>
    </Panel>
  )
}

const commands = {
  backup: 'npx rapport backup /path/to/an/empty/folder',
  restore: 'npx rapport restore /path/to/the/file-or-folder',
}
