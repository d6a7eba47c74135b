import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { forget, recordsOf } from '../queries.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { defaultsOf, type Values } from '../screens/use-draft.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'

interface ActionDialogProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly action: DescribedAction
  readonly onClose: () => void
}

/** The input of an action is fields, so its dialog is a form. */
export function ActionDialog({ object, record, included, action, onClose }: ActionDialogProps) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const act = async (touched: Values) => {
    const answer = await recordsOf(object).act(record.id, action.name, touched)
    await forget(queries, object.name)
    done(say('record.done', { label: action.label }), action.final ? undefined : answer)
    onClose()
  }
  return (
    <Dialog title={action.label} onClose={onClose} size={440}>
      <FieldsForm
        sections={[{ label: null, fields: action.input }]}
        start={defaultsOf(action.input)}
        included={included}
        submitLabel={action.label}
        onSubmit={act}
        onCancel={onClose}
      >
        {action.input.length === 0 && <p style={{ margin: 0 }}>{say('form.sure')}</p>}
      </FieldsForm>
    </Dialog>
  )
}

export function RemoveDialog({ object, record, onClose }: Pick<ActionDialogProps, 'object' | 'record' | 'onClose'>) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const navigate = useNavigate()
  const title = titleOf(object, record) || object.label[0]
  const remove = async () => {
    const answer = await recordsOf(object).remove(record.id)
    done(say('record.removed', { title }), answer)
    await navigate({ to: '/$plural', params: { plural: object.plural } })
    queries.removeQueries({ queryKey: ['record', object.name, record.id] })
    await forget(queries, object.name)
  }
  return (
    <Dialog title={say('record.remove.sure', { title })} onClose={onClose} size={440}>
      <FieldsForm
        sections={[]}
        start={{}}
        submitLabel={say('record.remove')}
        onSubmit={remove}
        onCancel={onClose}
        danger
      >
        <p style={{ margin: 0 }}>{say('record.remove.hint')}</p>
      </FieldsForm>
    </Dialog>
  )
}
