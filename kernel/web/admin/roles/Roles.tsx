import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { CreateForm } from '../../record/CreateForm.tsx'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { AdminTable } from '../AdminTable.tsx'
import { allQuery, linksIn } from '../admin.ts'
import { Panel } from '../Panel.tsx'

export default function Roles() {
  const { byName } = useSchema()
  const [role, user] = [byName('role'), byName('user')]
  return role && user ? <RolesPage role={role} user={user} /> : <NotFound />
}

function RolesPage({ role, user }: { readonly role: DescribedObject; readonly user: DescribedObject }) {
  const say = useAdminWords()
  const navigate = useNavigate()
  const roles = useQuery(allQuery(role, { sort: 'name' }))
  const people = useQuery(allQuery(user, { sort: 'name' }))
  const [isMaking, setMaking] = useState(false)
  const countOf = (id: string) =>
    people.data?.rows.filter(person => linksIn(person.roles).some(link => link.id === id)).length ?? 0
  return (
    <AdminPage
      title={say('admin.page.roles')}
      hint={say('roles.hint')}
      action={
        mayDo(role, 'create') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
            {say('roles.new')}
          </Button>
        )
      }
    >
      <Panel title={role.label[1]}>
        <AdminTable
          label={role.label[1]}
          asked={{ ...roles, data: roles.data?.rows }}
          idOf={({ id }) => id}
          empty={say('list.empty')}
          columns={[
            {
              name: 'name',
              label: say('account.name'),
              cell: ({ id, name }) => (
                <Link to="/admin/roles/$role" params={{ role: id }}>
                  {String(name)}
                </Link>
              ),
            },
            {
              name: 'description',
              label: say('teams.description'),
              cell: ({ description }) => (typeof description === 'string' ? description : '–'),
            },
            {
              name: 'everything',
              label: say('roles.reach'),
              cell: ({ everything }) =>
                everything === true ? <Chip tone="amber">{say('roles.everything')}</Chip> : say('roles.by-matrix'),
            },
            {
              name: 'people',
              label: say('admin.page.people'),
              align: 'right',
              cell: ({ id }) => say('roles.people', { count: countOf(id) }),
            },
          ]}
        />
      </Panel>
      {isMaking && (
        <CreateForm
          object={role}
          start={{}}
          included={{}}
          onDone={id => void navigate({ to: '/admin/roles/$role', params: { role: id } })}
          onCancel={() => setMaking(false)}
        />
      )}
    </AdminPage>
  )
}
