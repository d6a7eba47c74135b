import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedField, DescribedObject } from '../../../schema/described.ts'
import { recordsOf } from '../../queries.ts'
import { fieldOf, useSchema } from '../../schema/use-schema.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import type { Values } from '../../screens/use-draft.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDone } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './CustomFields.module.css'
import { fieldsAbout } from './field-sections.ts'
import { forgetFields } from './forget-fields.ts'
import { nameFor, optionLines } from './new-field.ts'

interface NewFieldProps {
  readonly custom: DescribedObject
  readonly object: DescribedObject
  readonly place: number
  readonly onClose: () => void
}

/** First what kind of field, because the rest depends on it. */
export function NewField(props: NewFieldProps) {
  const say = useAdminWords()
  const [type, setType] = useState<string>()
  const field = fieldOf(props.custom, 'type')
  const types = field?.type === 'choice' ? Object.entries(field.options) : []
  if (type !== undefined)
    return (
      <Dialog title={types.find(([name]) => name === type)?.[1] ?? type} onClose={props.onClose} size={480}>
        <FieldForm {...props} type={type} />
      </Dialog>
    )
  return (
    <Dialog title={say('fields.new')} onClose={props.onClose} size={480}>
      <div className={styles.types}>
        {types.map(([name, label]) => (
          <button key={name} type="button" className={styles.type} onClick={() => setType(name)}>
            {label}
          </button>
        ))}
      </div>
    </Dialog>
  )
}

function FieldForm({ custom, object, place, type, onClose }: NewFieldProps & { readonly type: string }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const done = useDone()
  const fields = useFields(custom, type)
  const make = async ({ label, name, options, ...rest }: Values) => {
    const made = await recordsOf(custom).create({
      ...rest,
      label,
      name: name || (label ? nameFor(String(label)) : null),
      ...(typeof options === 'string' ? { options: optionLines(options) } : {}),
      object: object.name,
      type,
      place,
    })
    await forgetFields(queries, custom)
    done(say('record.created', { title: String(label) }), made)
    onClose()
  }
  return (
    <FieldsForm
      sections={[{ label: null, fields }]}
      start={{}}
      submitLabel={say('form.add')}
      onSubmit={make}
      onCancel={onClose}
    />
  )
}

function useFields(custom: DescribedObject, type: string): readonly DescribedField[] {
  const say = useAdminWords()
  const { objects } = useSchema()
  const options = Object.fromEntries(objects.map(({ name, label }) => [name, label[1]]))
  const name = fieldOf(custom, 'name')
  const about = fieldsAbout(custom, type, false).map(
    (field): DescribedField =>
      field.name === 'target' ? { type: 'choice', name: 'target', label: field.label, required: true, options } : field,
  )
  const inApi: DescribedField[] = name ? [{ ...name, required: false, help: say('fields.name.hint') }] : []
  return [...about.slice(0, 1), ...inApi, ...about.slice(1)]
}
