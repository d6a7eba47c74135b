import { Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { Sortable } from '../../order/Sortable.tsx'
import { recordsOf } from '../../queries.ts'
import { fieldOf } from '../../schema/use-schema.ts'
import { announceTrouble } from '../../ui/announce.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { usePlaces } from '../order/use-places.ts'
import { RowMenu } from '../RowMenu.tsx'
import { Sure } from '../Sure.tsx'
import styles from './CustomFields.module.css'
import { EditField } from './EditField.tsx'
import { forgetFields } from './forget-fields.ts'

interface FieldRowsProps {
  readonly custom: DescribedObject
  readonly object: DescribedObject
  readonly rows: readonly AnyRecord[] | undefined
}

/** The fields in the order in which forms show them. */
export function FieldRows({ custom, object, rows }: FieldRowsProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const { order = rows, put } = usePlaces(custom, () => forgetFields(queries, custom))
  if (!order) return <div className={styles.none} role="status" aria-busy aria-label={say('record.loading')} />
  if (order.length === 0) return <div className={styles.none}>{say('fields.none', { label: object.label[1] })}</div>
  return (
    <Sortable
      label={say('admin.page.fields')}
      rows={order}
      nameOf={({ label }) => String(label)}
      say={say}
      onOrder={put}
    >
      {row => <FieldRow custom={custom} row={row} />}
    </Sortable>
  )
}

function FieldRow({ custom, row }: { readonly custom: DescribedObject; readonly row: AnyRecord }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const close = () => setOpen(undefined)
  const label = String(row.label)
  const hiding = useMutation({
    mutationFn: (hidden: boolean) => recordsOf(custom).update(row.id, { hidden }),
    onError: error => announceTrouble(error, say),
    onSettled: () => forgetFields(queries, custom),
  })
  const remove = async () => {
    await recordsOf(custom).remove(row.id)
    await forgetFields(queries, custom)
  }
  return (
    <>
      <span className={styles.label} data-hidden={row.hidden === true || undefined}>
        {label}
        <span className={styles.name}>{String(row.name)}</span>
      </span>
      <span className={styles.kind}>{typeLabel(custom, row.type)}</span>
      {row.required === true && <Chip>{say('fields.required')}</Chip>}
      {row.hidden === true && <Chip tone="amber">{say('fields.hidden')}</Chip>}
      <RowMenu of={label}>
        <Menu.Item onClick={() => setOpen('edit')}>{say('record.edit')}</Menu.Item>
        <Menu.Item onClick={() => hiding.mutate(row.hidden !== true)}>
          {say(row.hidden === true ? 'fields.show' : 'fields.hide')}
        </Menu.Item>
        <Menu.Item color="var(--red)" onClick={() => setOpen('remove')}>
          {say('record.remove')}
        </Menu.Item>
      </RowMenu>
      {open === 'edit' && <EditField custom={custom} row={row} onClose={close} />}
      {open === 'remove' && (
        <Sure
          title={say('record.remove.sure', { title: label })}
          hint={say('fields.remove.hint')}
          verb={say('record.remove')}
          run={remove}
          onClose={close}
        />
      )}
    </>
  )
}

function typeLabel(custom: DescribedObject, type: unknown) {
  const field = fieldOf(custom, 'type')
  return field?.type === 'choice' ? (field.options[String(type)] ?? String(type)) : String(type)
}
