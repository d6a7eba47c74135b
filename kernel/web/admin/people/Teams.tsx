import { Button, Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { forget, recordsOf } from '../../queries.ts'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { announce } from '../../ui/announce.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { allQuery } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import { RowMenu } from '../RowMenu.tsx'
import { Sure } from '../Sure.tsx'
import { membersOf } from './members.ts'
import { TeamForm } from './TeamForm.tsx'

export default function Teams() {
  const { byName } = useSchema()
  const [team, user] = [byName('team'), byName('user')]
  return team && user ? <TeamsPage team={team} user={user} /> : <NotFound />
}

interface TeamsPageProps {
  readonly team: DescribedObject
  readonly user: DescribedObject
}

function TeamsPage({ team, user }: TeamsPageProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const teams = useQuery(allQuery(team, { sort: 'name' }))
  const people = useQuery(allQuery(user, { sort: 'name' }))
  const [editing, edit] = useState<AnyRecord | 'new'>()
  const [leaving, remove] = useState<AnyRecord>()
  const members = (row: AnyRecord) => membersOf(people.data?.rows ?? [], row.id)
  return (
    <AdminPage
      title={say('admin.page.teams')}
      hint={say('teams.hint')}
      action={
        mayDo(team, 'create') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => edit('new')}>
            {say('teams.new')}
          </Button>
        )
      }
    >
      <Panel title={team.label[1]}>
        <AdminTable
          label={team.label[1]}
          asked={{ ...teams, data: people.data && teams.data?.rows }}
          idOf={({ id }) => id}
          empty={say('teams.none')}
          columns={[
            { name: 'name', label: say('account.name'), cell: ({ name }) => String(name) },
            {
              name: 'members',
              label: say('teams.members'),
              cell: row =>
                members(row)
                  .map(({ name }) => String(name))
                  .join(', ') || '–',
            },
            {
              name: 'description',
              label: say('teams.description'),
              cell: ({ description }) => (typeof description === 'string' ? description : '–'),
            },
          ]}
          actions={row => (
            <RowMenu of={String(row.name)}>
              {mayDo(team, 'edit') && <Menu.Item onClick={() => edit(row)}>{say('record.edit')}</Menu.Item>}
              {mayDo(team, 'delete') && (
                <Menu.Item color="var(--red)" onClick={() => remove(row)}>
                  {say('record.remove')}
                </Menu.Item>
              )}
            </RowMenu>
          )}
        />
      </Panel>
      {editing && people.data && (
        <TeamForm
          team={team}
          user={user}
          row={editing === 'new' ? undefined : editing}
          people={people.data.rows}
          onClose={() => edit(undefined)}
        />
      )}
      {leaving && (
        <Sure
          title={say('record.remove.sure', { title: String(leaving.name) })}
          hint={say('teams.remove.hint')}
          verb={say('record.remove')}
          onClose={() => remove(undefined)}
          run={async () => {
            await recordsOf(team).remove(leaving.id)
            await forget(queries, team.name)
            announce(say('record.removed', { title: String(leaving.name) }))
          }}
        />
      )}
    </AdminPage>
  )
}
