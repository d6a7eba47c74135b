import { useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { recordsOf } from '../../queries.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import type { Values } from '../../screens/use-draft.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDone } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { fieldsAbout } from './field-sections.ts'
import { forgetFields } from './forget-fields.ts'
import { optionLines } from './new-field.ts'

interface EditFieldProps {
  readonly custom: DescribedObject
  readonly row: AnyRecord
  readonly onClose: () => void
}

export function EditField({ custom, row, onClose }: EditFieldProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const done = useDone()
  const save = async ({ options, ...touched }: Values) => {
    const given = typeof options === 'string' ? { ...touched, options: optionLines(options) } : touched
    if (Object.keys(given).length > 0) done(say('record.saved'), await recordsOf(custom).update(row, given))
    await forgetFields(queries, custom)
    onClose()
  }
  return (
    <Dialog title={say('form.edit', { label: String(row.label) })} onClose={onClose} size={480}>
      <FieldsForm
        sections={[{ label: null, fields: fieldsAbout(custom, String(row.type), true) }]}
        start={row}
        submitLabel={say('form.save')}
        onSubmit={save}
        onCancel={onClose}
      />
    </Dialog>
  )
}
