import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnyRecord, Included } from '../client.ts'
import { recordsOf } from '../queries.ts'
import type { DescribedAction, DescribedObject } from '../schema/described.ts'
import { mayDo } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { FieldsForm } from './FieldsForm.tsx'
import { forget } from './RecordForm.tsx'
import { defaultsOf, type Values } from './use-draft.ts'

interface ActionsProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly onEdit: () => void
}

/** What can be done with a record: edit, the actions of its declaration, remove. */
export function Actions({ object, record, included, onEdit }: ActionsProps) {
  const say = useWords()
  const { run, asking, close } = useActions(object, record)
  const canRemove = mayDo(object, 'delete')
  const remove: Asking = { kind: 'remove' }
  return (
    <Group gap={6}>
      {mayDo(object, 'edit') && (
        <Button onClick={onEdit} leftSection={<Icon name="pencil" />} h={30} px={12}>
          {say('record.edit')}
        </Button>
      )}
      {object.actions.slice(0, 1).map(action => (
        <Button key={action.name} variant="default" h={30} px={12} onClick={() => run(action)}>
          {action.label}
        </Button>
      ))}
      {(canRemove || object.actions.length > 1) && (
        <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={say('record.more-actions')}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {object.actions.slice(1).map(action => (
              <Menu.Item key={action.name} onClick={() => run(action)}>
                {action.label}
              </Menu.Item>
            ))}
            {canRemove && (
              <Menu.Item color="var(--red)" leftSection={<Icon name="trash" />} onClick={() => run(remove)}>
                {say('record.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking?.kind === 'remove' && <RemoveDialog object={object} record={record} onClose={close} />}
      {asking?.kind === 'action' && (
        <ActionDialog object={object} record={record} included={included} action={asking.action} onClose={close} />
      )}
    </Group>
  )
}

type Asking = { readonly kind: 'remove' } | { readonly kind: 'action'; readonly action: DescribedAction }

/** Runs at once what needs nothing more; asks for the rest. */
function useActions(object: DescribedObject, record: AnyRecord) {
  const [asking, ask] = useState<Asking>()
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const acting = useMutation({
    mutationFn: (action: DescribedAction) => recordsOf(object).act(record.id, action.name),
    onSuccess: (answer, action) => done(say('record.done', { label: action.label }), answer),
    onError: error => announceTrouble(error, say),
    onSettled: () => forget(queries, object.name),
  })
  const run = (wanted: DescribedAction | Asking) => {
    if ('kind' in wanted) return ask(wanted)
    if (wanted.input.length || wanted.confirm) return ask({ kind: 'action', action: wanted })
    acting.mutate(wanted)
  }
  return { run, asking, close: () => ask(undefined) }
}

interface ActionDialogProps extends Omit<ActionsProps, 'onEdit'> {
  readonly action: DescribedAction
  readonly onClose: () => void
}

/** The input of an action is fields, so its dialog is a form. */
function ActionDialog({ object, record, included, action, onClose }: ActionDialogProps) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const act = async (touched: Values) => {
    const answer = await recordsOf(object).act(record.id, action.name, touched)
    await forget(queries, object.name)
    done(say('record.done', { label: action.label }), answer)
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

function RemoveDialog({ object, record, onClose }: Pick<ActionDialogProps, 'object' | 'record' | 'onClose'>) {
  const say = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const done = useDone()
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
