import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { recordsOf } from '../../queries.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { Complaint } from '../../screens/FieldsForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './Roles.module.css'

interface FilterDialogProps {
  readonly object: string
  readonly start: string
  readonly onSave: (filter: string) => Promise<unknown>
  readonly onClose: () => void
}

/** The filter as the API takes it; it is tried before it is kept, because one that cannot be read gives nothing. */
export function FilterDialog({ object: name, start, onSave, onClose }: FilterDialogProps) {
  const say = useAdminWords()
  const object = useSchema().byName(name)
  const [text, setText] = useState(start)
  const saving = useMutation({
    mutationFn: async () => {
      if (object) await recordsOf(object).list({ where: readFilter(text), limit: 1 })
      await onSave(text)
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  const isUnreadable = saving.error instanceof SyntaxError
  return (
    <Dialog title={say('roles.filter', { label: object?.label[1] ?? name })} onClose={onClose} size={480}>
      <form className={styles.filter} onSubmit={submit}>
        {saving.error && !isUnreadable && <Complaint error={saving.error} />}
        <Textarea
          label={say('roles.scope.filter')}
          description={say('roles.filter.hint')}
          error={isUnreadable && say('roles.filter.unreadable')}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={12}
          spellCheck={false}
          data-autofocus
          classNames={{ input: styles.code ?? '' }}
        />
        <div className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {say('form.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {say('form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function readFilter(text: string): unknown {
  const read: unknown = JSON.parse(text)
  if (typeof read !== 'object' || read === null) throw new SyntaxError(text)
  return read
}
