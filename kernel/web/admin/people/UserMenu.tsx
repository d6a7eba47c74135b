import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord, Included } from '../../client.ts'
import { askForReset } from '../../entry/identity.ts'
import { forget, recordsOf } from '../../queries.ts'
import { EditForm } from '../../record/EditForm.tsx'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { announce, announceTrouble } from '../../ui/announce.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { RowMenu } from '../RowMenu.tsx'
import { Sure } from '../Sure.tsx'

interface UserMenuProps {
  readonly user: DescribedObject
  readonly row: AnyRecord
  readonly included: Included
}

export function UserMenu({ user, row, included }: UserMenuProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const { person } = useSchema()
  const [open, setOpen] = useState<'edit' | 'deactivate'>()
  const close = () => setOpen(undefined)
  const name = String(row.name)
  const canEnd = user.actions.some(({ name: action }) => action === 'deactivate') && row.id !== person.id
  const act = async (action: 'deactivate' | 'reactivate') => {
    await recordsOf(user).act(row.id, action)
    await forget(queries, user.name)
    announce(say(`people.done.${action}`, { name }))
  }
  const failed = (error: unknown) => announceTrouble(error, say)
  const sendReset = () =>
    askForReset(String(row.email)).then(() => announce(say('people.reset.sent', { email: String(row.email) })), failed)
  return (
    <>
      <RowMenu of={name}>
        {mayDo(user, 'edit') && <Menu.Item onClick={() => setOpen('edit')}>{say('record.edit')}</Menu.Item>}
        {row.active === true && <Menu.Item onClick={() => void sendReset()}>{say('people.reset')}</Menu.Item>}
        {canEnd && row.active === true && (
          <Menu.Item color="var(--red)" onClick={() => setOpen('deactivate')}>
            {say('people.deactivate')}
          </Menu.Item>
        )}
        {canEnd && row.active !== true && (
          <Menu.Item onClick={() => void act('reactivate').catch(failed)}>{say('people.reactivate')}</Menu.Item>
        )}
      </RowMenu>
      {open === 'edit' && <EditForm object={user} record={row} included={included} onDone={close} />}
      {open === 'deactivate' && (
        <Sure
          title={say('people.deactivate.sure', { name })}
          hint={say('people.deactivate.hint')}
          verb={say('people.deactivate')}
          run={() => act('deactivate')}
          onClose={close}
        />
      )}
    </>
  )
}
