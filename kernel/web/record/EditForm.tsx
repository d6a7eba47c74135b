import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { useEditing } from '../live/presence.ts'
import { recordsOf } from '../queries.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { writableSections } from '../screens/sections.ts'
import type { Values } from '../screens/use-draft.ts'
import { useSlots } from '../slots/Slot.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { Conflicted } from './conflict.ts'
import { useSaving } from './use-saving.ts'

interface EditFormProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly onDone: () => void
}

/** Every field at once, on top of the record as it was when the form opened. */
export function EditForm({ object, record, included, onDone }: EditFormProps) {
  const say = useWords()
  const [seen] = useState(record)
  const { save, conflict } = useSaving(object, record.id)
  const done = useDone()
  const { form } = useSlots(object.name)
  useEditing(object.name, record.id)
  const edit = async (touched: Values) => {
    try {
      if (Object.keys(touched).length > 0) done(say('record.saved'), await save(seen, touched))
      onDone()
    } catch (error) {
      // What is in conflict is decided in a dialog of its own.
      if (!(error instanceof Conflicted)) throw error
    }
  }
  if (conflict) return <ConflictDialog {...{ object, included, conflict, save, onDone }} />
  return (
    <Dialog title={say('form.edit', { label: titleOf(object, record) || object.label[0] })} onClose={onDone}>
      <FieldsForm
        sections={writableSections(object)}
        start={seen}
        included={included}
        submitLabel={say('form.save')}
        onSubmit={edit}
        onCancel={onDone}
        check={values => recordsOf(object).check(values, record.id)}
        parts={form}
        id={record.id}
      />
    </Dialog>
  )
}
