import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { writableSections } from '../screens/sections.ts'
import { defaultsOf, type Values } from '../screens/use-draft.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.tsx'

interface BulkDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: (values: Values) => Promise<unknown>
}

interface BulkEditProps extends BulkDialogProps {
  readonly object: DescribedObject
  /** The one that is meant; otherwise it is chosen. */
  readonly field: string | undefined
}

/** One field, and what it holds from now on. */
export function BulkEdit({ object, field: meant, title, onClose, onSubmit }: BulkEditProps) {
  const say = useWords()
  const fields = writableSections(object).flatMap(section => section.fields)
  const [name, setName] = useState(meant ?? fields.find(({ type }) => type === 'choice')?.name ?? fields[0]?.name)
  const field = fields.find(other => other.name === name)
  if (!field) return null
  // What nobody touched stays: an empty box must not empty a thousand records. A box to tick says what it shows.
  const submit = async (touched: Values) => {
    if (field.name in touched || field.type === 'flag')
      await onSubmit({ [field.name]: touched[field.name] ?? (field.type === 'flag' ? false : null) })
    else onClose()
  }
  return (
    <Dialog
      title={meant === undefined ? say('form.edit', { label: title }) : `${say('bulk.assign')}: ${title}`}
      onClose={onClose}
      size={440}
    >
      <FieldsForm
        key={field.name}
        sections={[{ label: null, fields: [field] }]}
        start={{}}
        submitLabel={say('form.save')}
        onSubmit={submit}
        onCancel={onClose}
      >
        {meant === undefined && (
          <NativeSelect
            label={say('bulk.field')}
            data={fields.map(other => ({ value: other.name, label: other.label }))}
            value={name ?? ''}
            onChange={event => setName(event.currentTarget.value)}
          />
        )}
      </FieldsForm>
    </Dialog>
  )
}

export function BulkRemove({ title, onClose, onSubmit }: BulkDialogProps) {
  const say = useWords()
  return (
    <Dialog title={title} onClose={onClose} size={440}>
      <FieldsForm
        sections={[]}
        start={{}}
        submitLabel={say('record.remove')}
        onSubmit={onSubmit}
        onCancel={onClose}
        danger
      >
        <p style={{ margin: 0 }}>{say('record.remove.hint')}</p>
      </FieldsForm>
    </Dialog>
  )
}

export function BulkAct({ action, title, onClose, onSubmit }: BulkDialogProps & { readonly action: DescribedAction }) {
  const say = useWords()
  return (
    <Dialog title={title} onClose={onClose} size={440}>
      <FieldsForm
        sections={[{ label: null, fields: action.input }]}
        start={defaultsOf(action.input)}
        submitLabel={action.label}
        onSubmit={onSubmit}
        onCancel={onClose}
      >
        {action.input.length === 0 && <p style={{ margin: 0 }}>{say('form.sure')}</p>}
      </FieldsForm>
    </Dialog>
  )
}
