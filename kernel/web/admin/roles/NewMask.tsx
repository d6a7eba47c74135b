import { Button, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { Complaint } from '../../screens/FieldsForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { rest } from './grants.ts'
import styles from './Roles.module.css'

interface Chosen {
  readonly object: string
  readonly field: string
  readonly level: string
}

interface NewMaskProps {
  readonly onSave: (chosen: Chosen) => Promise<unknown>
  readonly onClose: () => void
}

/** Where, which field or kind of fields, and how strictly. */
export function NewMask({ onSave, onClose }: NewMaskProps) {
  const say = useAdminWords()
  const [chosen, setChosen] = useState<Chosen>({ object: rest, field: 'personal', level: 'hidden' })
  const saving = useMutation({
    mutationFn: async () => {
      await onSave(chosen)
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  const { objects, fields, levels } = useChoices(chosen.object)
  const set = (part: keyof Chosen) => (value: string | null) =>
    value && setChosen(before => ({ ...before, [part]: value }))
  return (
    <Dialog title={say('roles.masks.new')} onClose={onClose} size={440}>
      <form className={styles.filter} onSubmit={submit}>
        {saving.error && <Complaint error={saving.error} />}
        <Select
          label={say('roles.object')}
          data={objects}
          value={chosen.object}
          onChange={object => object && setChosen(before => ({ ...before, object, field: 'personal' }))}
          allowDeselect={false}
          searchable
        />
        <Select
          label={say('roles.field')}
          data={fields}
          value={chosen.field}
          onChange={set('field')}
          allowDeselect={false}
          searchable
        />
        <Select
          label={say('roles.level')}
          data={levels}
          value={chosen.level}
          onChange={set('level')}
          allowDeselect={false}
        />
        <div className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {say('form.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {say('form.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useChoices(object: string) {
  const say = useAdminWords()
  const { objects, byName } = useSchema()
  return {
    objects: [
      { value: rest, label: say('roles.every-object') },
      ...objects.map(({ name, label }) => ({ value: name, label: label[1] })),
    ],
    fields: [
      { value: 'personal', label: say('roles.class.personal') },
      { value: 'financial', label: say('roles.class.financial') },
      ...(byName(object)?.fields ?? []).map(({ name, label }) => ({ value: name, label })),
    ],
    levels: [
      { value: 'hidden', label: say('roles.level.hidden') },
      { value: 'readonly', label: say('roles.level.readonly') },
    ],
  }
}
