import { useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { forget, recordsOf } from '../queries.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { writableSections } from '../screens/sections.ts'
import { defaultsOf, type Values } from '../screens/use-draft.ts'
import { useSlots } from '../slots/Slot.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { titleOf } from '../ui/titles.ts'
import { lazyPart } from '../ui/when-online.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'

const Similar = lazyPart(() => import('../duplicates/Similar.tsx'))

interface CreateFormProps {
  readonly object: DescribedObject
  /** What is filled in already: the record from which one comes. */
  readonly start: Values
  readonly included: Included
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}

export function CreateForm({ object, start, included, onDone, onCancel }: CreateFormProps) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const { form } = useSlots(object.name)
  const sections = writableSections(object)
  const create = async (touched: Values) => {
    const record = await recordsOf(object).create({ ...start, ...touched })
    await forget(queries, object.name)
    done(say('record.created', { title: titleOf(object, record) || object.label[0] }), record)
    onDone(record.id)
  }
  return (
    <Dialog title={say('form.create', { label: object.label[0] })} onClose={onCancel}>
      <FieldsForm
        sections={sections}
        start={{ ...defaultsOf(sections.flatMap(({ fields }) => fields)), ...start }}
        included={included}
        submitLabel={say('form.add')}
        onSubmit={create}
        onCancel={onCancel}
        check={recordsOf(object).check}
        parts={form}
        {...(object.alike
          ? {
              beside: draft => (
                <Suspense>
                  <Similar object={object} draft={{ ...start, ...draft }} />
                </Suspense>
              ),
            }
          : {})}
      />
    </Dialog>
  )
}
