import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { forget, recordsOf } from '../../queries.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDone } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'

interface CopyRoleProps {
  readonly object: DescribedObject
  readonly role: AnyRecord
  readonly onClose: () => void
}

/** Asks what the copy is called, and leads to it. */
export function CopyRole({ object, role, onClose }: CopyRoleProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const done = useDone()
  const name = String(role.name)
  const start = { name: say('roles.copy.name', { name }) }
  const copy = async (touched: object) => {
    const made = await recordsOf(object).act(role.id, 'copy', { ...start, ...touched })
    await forget(queries, object.name)
    done(say('roles.copied', { name }), made)
    onClose()
    await navigate({ to: '/admin/roles/$role', params: { role: made.id } })
  }
  return (
    <Dialog title={say('roles.copy.of', { name })} onClose={onClose} size={440}>
      <FieldsForm
        sections={[{ label: null, fields: object.fields.filter(field => field.name === 'name') }]}
        start={start}
        submitLabel={say('roles.copy')}
        onSubmit={copy}
        onCancel={onClose}
      />
    </Dialog>
  )
}
