import { Menu } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { Ago } from '../../ui/Ago.tsx'
import { announce, announceTrouble } from '../../ui/announce.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminTable } from '../AdminTable.tsx'
import { Panel } from '../Panel.tsx'
import { RowMenu } from '../RowMenu.tsx'
import { Sure } from '../Sure.tsx'
import { invitationsQuery, type OpenInvitation, resend, withdraw } from './invitations.ts'
import { NamesOf } from './NamesOf.tsx'

/** Those who were asked and have not come yet; nothing stands there when all have. */
export function Invitations() {
  const say = useAdminWords()
  const asked = useQuery(invitationsQuery)
  const { byName } = useSchema()
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<OpenInvitation>()
  const forget = () => queries.invalidateQueries({ queryKey: invitationsQuery.queryKey })
  const sending = useMutation({
    mutationFn: resend,
    onSuccess: (_, { email }) => announce(say('people.invited', { email })),
    onError: error => announceTrouble(error, say),
    onSettled: forget,
  })
  if (asked.data?.length === 0) return null
  const [role, team] = [byName('role'), byName('team')]
  return (
    <Panel title={say('people.invitations')} hint={say('people.invitations.hint')}>
      <AdminTable
        label={say('people.invitations')}
        asked={asked}
        idOf={({ id }) => id}
        empty={null}
        columns={[
          { name: 'email', label: say('entry.email'), cell: ({ email }) => email },
          {
            name: 'roles',
            label: say('people.roles'),
            cell: ({ roles }) => role && <NamesOf object={role} ids={roles} />,
          },
          {
            name: 'teams',
            label: say('people.teams'),
            cell: ({ teams }) => team && <NamesOf object={team} ids={teams} />,
          },
          { name: 'sent', label: say('people.sent'), cell: ({ created_at }) => <Ago at={created_at} /> },
          { name: 'holds', label: say('people.holds'), cell: row => <Holds at={row.expires_at} /> },
        ]}
        actions={row => (
          <RowMenu of={row.email}>
            <Menu.Item onClick={() => sending.mutate(row)}>{say('people.resend')}</Menu.Item>
            <Menu.Item color="var(--red)" onClick={() => setLeaving(row)}>
              {say('people.withdraw')}
            </Menu.Item>
          </RowMenu>
        )}
      />
      {leaving && (
        <Sure
          title={say('people.withdraw.sure', { email: leaving.email })}
          hint={say('people.withdraw.hint')}
          verb={say('people.withdraw')}
          onClose={() => setLeaving(undefined)}
          run={async () => {
            await withdraw(leaving)
            await forget()
            announce(say('people.withdrawn'))
          }}
        />
      )}
    </Panel>
  )
}

function Holds({ at }: { readonly at: string }) {
  const say = useAdminWords()
  return Date.parse(at) < Date.now() ? <Chip tone="amber">{say('people.expired')}</Chip> : <Ago at={at} />
}
