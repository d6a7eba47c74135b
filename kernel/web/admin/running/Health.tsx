import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocale } from '../../schema/use-schema.ts'
import { Chip } from '../../ui/Chip.tsx'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { Panel } from '../Panel.tsx'
import { Backup } from './Backup.tsx'
import styles from './Running.module.css'
import { type Health as Found, healthQuery } from './running.ts'
import { formatBytes, formatSpan } from './size.ts'

/** How Rapport itself is, and how it is backed up. */
export default function Health() {
  const say = useAdminWords()
  const { data, error, refetch } = useQuery(healthQuery)
  return (
    <AdminPage title={say('admin.page.health')} hint={say('health.hint')}>
      {error && !data && <TroubleState error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={320} mt="xl" radius="sm" />}
      {data && <State health={data} />}
      <Backup />
    </AdminPage>
  )
}

function State({ health }: { readonly health: Found }) {
  const say = useAdminWords()
  const { language } = useLocale()
  const { database, jobs, readers, disk } = health
  const isFull = disk.free_bytes < disk.total_bytes / 10
  return (
    <Panel title={say('health.now')}>
      <dl className={styles.facts}>
        <Fact label={say('health.version')}>
          {say('health.versions', { version: health.version, node: health.node })}
        </Fact>
        <Fact label={say('health.since')}>{formatSpan(health.uptime_seconds, language)}</Fact>
        <Fact label={say('health.database')}>
          {say(`health.database.${database.kind}`, { version: database.version })} ·{' '}
          {formatBytes(database.size_bytes, language)}
        </Fact>
        <Fact label={say('admin.page.jobs')}>
          <Chip tone={jobs.failed ? 'red' : 'green'}>{say('health.failed', { count: jobs.failed })}</Chip>{' '}
          {say('health.waiting', { count: jobs.waiting })}
        </Fact>
        {readers.map(({ name, behind_seconds }) => (
          <Fact key={name} label={say('health.reader', { name })}>
            <Chip tone={behind_seconds > 60 ? 'amber' : 'green'}>
              {behind_seconds === 0
                ? say('health.up-to-date')
                : say('health.behind', { time: formatSpan(behind_seconds, language) })}
            </Chip>
          </Fact>
        ))}
        <Fact label={say('health.disk')}>
          <Chip tone={isFull ? 'red' : 'green'}>
            {say('health.free', { free: formatBytes(disk.free_bytes, language) })}
          </Chip>{' '}
          {say('health.of', { total: formatBytes(disk.total_bytes, language) })}
        </Fact>
        <Fact label={say('health.memory')}>{formatBytes(health.memory_bytes, language)}</Fact>
        <Fact label={say('health.mail')}>
          <Chip tone={health.mail === 'kept' ? 'amber' : 'green'}>{say(`health.mail.${health.mail}`)}</Chip>
        </Fact>
      </dl>
    </Panel>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
