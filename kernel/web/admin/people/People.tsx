import { Button } from '@mantine/core'
import { useState } from 'react'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { Invitations } from './Invitations.tsx'
import { Invite } from './Invite.tsx'
import { Users } from './Users.tsx'

export default function People() {
  const say = useAdminWords()
  const user = useSchema().byName('user')
  const [isInviting, setInviting] = useState(false)
  if (!user) return <NotFound />
  const mayInvite = mayDo(user, 'create')
  return (
    <AdminPage
      title={say('admin.page.people')}
      hint={say('people.hint')}
      action={
        mayInvite && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
            {say('people.invite')}
          </Button>
        )
      }
    >
      {mayInvite && <Invitations />}
      <Users user={user} />
      {isInviting && <Invite onClose={() => setInviting(false)} />}
    </AdminPage>
  )
}
