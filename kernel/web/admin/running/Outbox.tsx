import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Ago } from '../../ui/Ago.tsx'
import { announce, announceTrouble } from '../../ui/announce.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { FailureState } from './FailureState.tsx'
import { linesOf } from './lines.ts'
import styles from './Running.module.css'
import { failedMailQuery, jobsQuery, type Mail, outboxQuery, retryJob } from './running.ts'

/** Mail that went nowhere, because no mail server is set up: it is read here. */
export default function Outbox() {
  const say = useAdminWords()
  const asked = useQuery(outboxQuery)
  const [reading, read] = useState<Mail>()
  return (
    <AdminPage title={say('admin.page.outbox')} hint={say('outbox.hint')}>
      <FailedMail />
      <Panel title={say('outbox.kept')}>
        <AdminTable
          label={say('outbox.kept')}
          asked={asked}
          idOf={({ id }) => id}
          empty={say('outbox.none')}
          columns={[
            { name: 'subject', label: say('outbox.subject'), cell: ({ subject }) => subject },
            { name: 'to', label: say('outbox.to'), cell: ({ recipients }) => recipients.join(', ') },
            { name: 'when', label: say('audit.when'), cell: ({ created_at }) => <Ago at={created_at} /> },
          ]}
          actions={mail => (
            <Button
              variant="default"
              h={30}
              px={12}
              aria-label={say('outbox.read-of', { subject: mail.subject })}
              onClick={() => read(mail)}
            >
              {say('outbox.read')}
            </Button>
          )}
        />
      </Panel>
      {reading && <Letter mail={reading} onClose={() => read(undefined)} />}
    </AdminPage>
  )
}

/** What a mail server did not take: again when it is there, without waiting. */
function FailedMail() {
  const say = useAdminWords()
  const queries = useQueryClient()
  const asked = useQuery(failedMailQuery)
  const sending = useMutation({
    mutationFn: retryJob,
    onSuccess: () => announce(say('outbox.sent-again')),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  if (asked.data?.length === 0) return null
  return (
    <Panel title={say('outbox.failed')} hint={say('jobs.failures.hint')}>
      <AdminTable
        label={say('outbox.failed')}
        asked={asked}
        idOf={({ id }) => id}
        empty=""
        columns={[
          { name: 'to', label: say('outbox.to'), cell: ({ recipient }) => recipient ?? '–' },
          { name: 'state', label: say('people.state'), cell: mail => <FailureState failure={mail} /> },
          { name: 'error', label: say('jobs.error'), cell: ({ error }) => error ?? '–' },
          { name: 'when', label: say('audit.when'), cell: ({ created_at }) => <Ago at={created_at} /> },
        ]}
        actions={mail => (
          <Button
            variant="default"
            h={30}
            px={12}
            aria-label={say('outbox.send-again-to', { to: mail.recipient ?? '' })}
            onClick={() => sending.mutate(mail)}
          >
            {say('outbox.send-again')}
          </Button>
        )}
      />
    </Panel>
  )
}

function Letter({ mail, onClose }: { readonly mail: Mail; readonly onClose: () => void }) {
  return (
    <Dialog title={mail.subject} onClose={onClose} size={560}>
      <p className={styles.to}>{mail.recipients.join(', ')}</p>
      <div className={styles.letter}>
        {linesOf(mail.text).map(({ at, text, isLink }) => (isLink ? <LetterLink key={at} href={text} /> : text))}
      </div>
    </Dialog>
  )
}

const LetterLink = ({ href }: { readonly href: string }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {href}
  </a>
)
