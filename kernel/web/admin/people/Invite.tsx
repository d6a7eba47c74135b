import { useQueryClient } from '@tanstack/react-query'
import type { DescribedField } from '../../../schema/described.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import type { Values } from '../../screens/use-draft.ts'
import { announce } from '../../ui/announce.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { type AdminSay, useAdminWords } from '../../words/admin/words.ts'
import { invitationsQuery, invite } from './invitations.ts'

export function Invite({ onClose }: { readonly onClose: () => void }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const { administrator } = useSchema().person
  const send = async (given: Values) => {
    await invite(given)
    await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey })
    announce(say('people.invited', { email: String(given.email) }))
    onClose()
  }
  return (
    <Dialog title={say('people.invite')} onClose={onClose} size={480}>
      <FieldsForm
        sections={[{ label: null, fields: administrator ? [email(say), ...rights(say)] : [email(say)] }]}
        start={{}}
        submitLabel={say('people.send')}
        onSubmit={send}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const email = (say: AdminSay): DescribedField => ({
  type: 'email',
  name: 'email',
  label: say('entry.email'),
  required: true,
})

/** Only who may do everything hands them out. */
const rights = (say: AdminSay): readonly DescribedField[] => [
  { type: 'refs', name: 'roles', label: say('people.roles'), help: say('people.roles.hint'), to: 'role' },
  { type: 'refs', name: 'teams', label: say('people.teams'), to: 'team' },
]
