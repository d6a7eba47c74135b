import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AdminTable } from '../admin/AdminTable.tsx'
import { Panel } from '../admin/Panel.tsx'
import { Ago } from '../ui/Ago.tsx'
import { announce, announceTrouble } from '../ui/announce.tsx'
import { Chip } from '../ui/Chip.tsx'
import { type AdminSay, useAdminWords } from '../words/admin/words.ts'
import { endOtherSessions, endSession, type Session, sessionsQuery } from './account.ts'
import { deviceOf } from './device.ts'
import styles from './Profile.module.css'

export function Sessions() {
  const say = useAdminWords()
  const asked = useQuery(sessionsQuery)
  const { end, endOthers } = useEnding()
  const others = asked.data?.some(({ current }) => !current)
  return (
    <Panel
      title={say('account.sessions')}
      hint={say('account.sessions.hint')}
      action={
        others && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {say('account.sessions.end-others')}
          </Button>
        )
      }
    >
      <AdminTable
        label={say('account.sessions')}
        asked={asked}
        idOf={session => session.id}
        empty={null}
        columns={[
          {
            name: 'device',
            label: say('account.sessions.device'),
            cell: session => (
              <span className={styles.device} title={session.user_agent ?? undefined}>
                {nameOf(session, say)}
                {session.current && <Chip tone="green">{say('account.sessions.this')}</Chip>}
              </span>
            ),
          },
          { name: 'ip', label: say('account.sessions.address'), cell: ({ ip }) => ip ?? '–' },
          {
            name: 'created_at',
            label: say('account.sessions.since'),
            cell: ({ created_at }) => <Ago at={created_at} />,
          },
          { name: 'seen_at', label: say('account.sessions.seen'), cell: ({ seen_at }) => <Ago at={seen_at} /> },
        ]}
        actions={session =>
          session.current ? null : (
            <Button
              variant="default"
              h={30}
              px={12}
              onClick={() => end.mutate(session)}
              aria-label={say('account.sessions.end-of', { device: nameOf(session, say) })}
            >
              {say('account.sessions.end')}
            </Button>
          )
        }
      />
    </Panel>
  )
}

function useEnding() {
  const say = useAdminWords()
  const queries = useQueryClient()
  const settled = {
    onError: (error: unknown) => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  }
  return {
    end: useMutation({
      mutationFn: (session: Session) => endSession(session.id),
      onSuccess: (_, session) => announce(say('account.sessions.ended', { device: nameOf(session, say) })),
      ...settled,
    }),
    endOthers: useMutation({
      mutationFn: endOtherSessions,
      onSuccess: () => announce(say('account.sessions.others-ended')),
      ...settled,
    }),
  }
}

function nameOf({ user_agent }: Session, say: AdminSay) {
  const { browser, system } = deviceOf(user_agent ?? '')
  if (browser && system) return say('account.sessions.of', { browser, system })
  return browser ?? system ?? user_agent?.slice(0, 40) ?? say('account.sessions.unknown')
}
