import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { Ago } from '../../ui/Ago.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminTable } from '../AdminTable.tsx'
import { allQuery, linksIn } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import { NamesOf } from './NamesOf.tsx'
import styles from './People.module.css'
import { UserMenu } from './UserMenu.tsx'

export function Users({ user }: { readonly user: DescribedObject }) {
  const say = useAdminWords()
  const { byName } = useSchema()
  const [typed, type] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const asked = useQuery({
    ...allQuery(user, { sort: 'name', include: ['roles', 'teams'], ...(search ? { search } : {}) }),
    placeholderData: keepPreviousData,
  })
  const [role, team] = [byName('role'), byName('team')]
  const included = asked.data?.included ?? {}
  return (
    <Panel
      title={user.label[1]}
      action={
        <TextInput
          type="search"
          value={typed}
          onChange={event => type(event.currentTarget.value)}
          aria-label={say('list.search', { label: user.label[1] })}
          placeholder={say('list.search', { label: user.label[1] })}
          leftSection={<Icon name="search" />}
          className={styles.search}
        />
      }
    >
      <AdminTable
        label={user.label[1]}
        asked={{ ...asked, data: asked.data?.rows }}
        idOf={({ id }) => id}
        empty={say('search.nothing', { search })}
        columns={[
          { name: 'name', label: say('account.name'), cell: row => <Who row={row} /> },
          {
            name: 'roles',
            label: say('people.roles'),
            cell: ({ roles }) => role && <NamesOf object={role} ids={linksIn(roles).map(({ id }) => id)} />,
          },
          {
            name: 'teams',
            label: say('people.teams'),
            cell: ({ teams }) => team && <NamesOf object={team} ids={linksIn(teams).map(({ id }) => id)} />,
          },
          {
            name: 'state',
            label: say('people.state'),
            cell: ({ active }) => (
              <Chip tone={active ? 'green' : 'grey'}>{say(active ? 'people.active' : 'people.inactive')}</Chip>
            ),
          },
          {
            name: 'last',
            label: say('people.last-sign-in'),
            cell: ({ last_sign_in_at: at }) => (typeof at === 'string' ? <Ago at={at} /> : say('people.never')),
          },
        ]}
        actions={row => <UserMenu user={user} row={row} included={included} />}
      />
    </Panel>
  )
}

function Who({ row }: { readonly row: AnyRecord }) {
  const name = String(row.name)
  return (
    <span className={styles.who}>
      <Avatar name={name} id={row.id} size={28} />
      <span>
        <span className={styles.name}>{name}</span>
        <span className={styles.email}>{String(row.email)}</span>
      </span>
    </span>
  )
}
