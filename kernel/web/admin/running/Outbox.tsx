import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Ago } from '../../ui/Ago.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { linesOf } from './lines.ts'
import styles from './Running.module.css'
import { type Mail, outboxQuery } from './running.ts'

/** Mail that went nowhere, because no mail server is set up: it is read here. */
export default function Outbox() {
  const say = useAdminWords()
  const asked = useQuery(outboxQuery)
  const [reading, read] = useState<Mail>()
  return (
    <AdminPage title={say('admin.page.outbox')} hint={say('outbox.hint')}>
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
