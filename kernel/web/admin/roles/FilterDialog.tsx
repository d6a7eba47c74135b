import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { Conditions } from '../../filter/Conditions.tsx'
import { Matches } from '../../filter/Matches.tsx'
import type { Where } from '../../filter/tree.ts'
import { useTree } from '../../filter/use-tree.ts'
import { recordsOf } from '../../queries.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { Complaint } from '../../screens/FieldsForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './Roles.module.css'

interface FilterDialogProps {
  readonly object: string
  readonly start: Where | undefined
  readonly onSave: (filter: Where) => Promise<unknown>
  readonly onClose: () => void
}

export function FilterDialog({ object: name, ...props }: FilterDialogProps) {
  const say = useAdminWords()
  const object = useSchema().byName(name)
  if (!object) return null
  return (
    <Dialog title={say('roles.filter', { label: object.label[1] })} onClose={props.onClose} size={760}>
      <FilterForm object={object} {...props} />
    </Dialog>
  )
}

type FilterFormProps = Omit<FilterDialogProps, 'object'> & { readonly object: DescribedObject }

/** The filter is tried before it is kept, because one that cannot be read gives nothing. */
function FilterForm({ object, start, onSave, onClose }: FilterFormProps) {
  const say = useAdminWords()
  const [where, setWhere] = useState(start)
  const [root, change] = useTree(object, where, setWhere)
  const saving = useMutation({
    mutationFn: async (chosen: Where) => {
      await recordsOf(object).list({ where: chosen, limit: 1 })
      await onSave(chosen)
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (where) saving.mutate(where)
  }
  return (
    <form className={styles.conditions} onSubmit={submit}>
      <p className={styles.hint}>{say('roles.filter.hint')}</p>
      {saving.error && <Complaint error={saving.error} />}
      <Conditions object={object} root={root} onChange={change} />
      <div className={styles.foot}>
        <Matches object={object} where={where} search={undefined} />
        <Button variant="default" onClick={onClose}>
          {say('form.cancel')}
        </Button>
        <Button type="submit" disabled={where === undefined} loading={saving.isPending}>
          {say('form.save')}
        </Button>
      </div>
    </form>
  )
}
