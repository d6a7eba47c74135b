import { useQueryClient } from '@tanstack/react-query'
import type { AnyRecord, Included } from '../client.ts'
import { recordsOf } from '../queries.ts'
import type { DescribedObject } from '../schema/described.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { FieldsForm } from './FieldsForm.tsx'
import { writableSections } from './sections.ts'
import { defaultsOf, type Values } from './use-draft.ts'

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
      />
    </Dialog>
  )
}

interface EditFormProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly onDone: () => void
}

export function EditForm({ object, record, included, onDone }: EditFormProps) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const edit = async (touched: Values) => {
    if (Object.keys(touched).length > 0) {
      const answer = await recordsOf(object).update(record, touched)
      await forget(queries, object.name)
      done(say('record.saved'), answer)
    }
    onDone()
  }
  return (
    <Dialog title={say('form.edit', { label: titleOf(object, record) || object.label[0] })} onClose={onDone}>
      <FieldsForm
        sections={writableSections(object)}
        start={record}
        included={included}
        submitLabel={say('form.save')}
        onSubmit={edit}
        onCancel={onDone}
      />
    </Dialog>
  )
}

/** Any write may show in any list: a company's name stands beside its people. */
export const forget = (queries: ReturnType<typeof useQueryClient>, object: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['record', object] }),
    queries.invalidateQueries({ queryKey: ['list'] }),
    queries.invalidateQueries({ queryKey: ['timeline'] }),
  ])
