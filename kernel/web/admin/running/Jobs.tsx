import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Ago } from '../../ui/Ago.tsx'
import { announce, announceTrouble } from '../../ui/announce.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { Sure } from '../Sure.tsx'
import { FailureState } from './FailureState.tsx'
import styles from './Running.module.css'
import { dropJob, type Failure, failuresQuery, jobsQuery, type QueueStat, retryJob } from './running.ts'

export default function Jobs() {
  const say = useAdminWords()
  return (
    <AdminPage title={say('admin.page.jobs')} hint={say('jobs.hint')}>
      <Failures />
      <Queues />
    </AdminPage>
  )
}

function Failures() {
  const say = useAdminWords()
  const queries = useQueryClient()
  const asked = useQuery(failuresQuery)
  const [leaving, leave] = useState<Failure>()
  const forget = () => queries.invalidateQueries({ queryKey: jobsQuery.queryKey })
  const retrying = useMutation({
    mutationFn: retryJob,
    onSuccess: () => announce(say('jobs.retried')),
    onError: error => announceTrouble(error, say),
    onSettled: forget,
  })
  return (
    <Panel title={say('jobs.failures')} hint={say('jobs.failures.hint')}>
      <AdminTable
        label={say('jobs.failures')}
        asked={asked}
        idOf={({ id }) => id}
        empty={say('jobs.failures.none')}
        columns={[
          { name: 'job', label: say('jobs.job'), cell: ({ job }) => <code>{job}</code> },
          { name: 'state', label: say('people.state'), cell: failure => <FailureState failure={failure} /> },
          { name: 'error', label: say('jobs.error'), cell: ({ error }) => error ?? '–' },
          { name: 'attempts', label: say('jobs.attempts'), align: 'right', cell: ({ attempts }) => attempts },
          { name: 'since', label: say('jobs.since'), cell: ({ created_at }) => <Ago at={created_at} /> },
        ]}
        actions={failure => (
          <span className={styles.buttons}>
            <Button
              variant="default"
              h={30}
              px={12}
              aria-label={say('admin.act-of', { verb: say('jobs.retry'), name: failure.job })}
              onClick={() => retrying.mutate(failure)}
            >
              {say('jobs.retry')}
            </Button>
            <Button
              variant="subtle"
              h={30}
              px={12}
              aria-label={say('admin.act-of', { verb: say('jobs.drop'), name: failure.job })}
              onClick={() => leave(failure)}
            >
              {say('jobs.drop')}
            </Button>
          </span>
        )}
      />
      {leaving && (
        <Sure
          title={say('jobs.drop.sure')}
          hint={say('jobs.drop.hint')}
          verb={say('jobs.drop')}
          run={() => dropJob(leaving).then(forget)}
          onClose={() => leave(undefined)}
        />
      )}
    </Panel>
  )
}

/** Those that have something to do; the others are at rest, and only their names are of interest. */
function Queues() {
  const say = useAdminWords()
  const asked = useQuery(jobsQuery)
  const isBusy = ({ job: _, ...counts }: QueueStat) => Object.values(counts).some(count => Number(count) > 0)
  const idle = asked.data?.filter(queue => !isBusy(queue)) ?? []
  const count = (name: Exclude<keyof QueueStat, 'job'>, label: string) => ({
    name,
    label,
    align: 'right' as const,
    cell: (queue: QueueStat) => queue[name],
  })
  return (
    <Panel title={say('jobs.queues')}>
      <AdminTable<QueueStat>
        label={say('jobs.queues')}
        asked={{ ...asked, data: asked.data?.filter(isBusy) }}
        idOf={({ job }) => job}
        empty={say('jobs.queues.none')}
        columns={[
          { name: 'job', label: say('jobs.job'), cell: ({ job }) => <code>{job}</code> },
          count('waiting', say('jobs.waiting')),
          count('delayed', say('jobs.delayed')),
          count('running', say('jobs.running')),
          count('retrying', say('jobs.retrying')),
          count('failed', say('jobs.given-up')),
        ]}
      />
      {idle.length > 0 && (
        <details className={styles.idle}>
          <summary>{say('jobs.idle', { count: idle.length })}</summary>
          <ul>
            {idle.map(({ job }) => (
              <li key={job}>{job}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
