import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { Sortable } from '../../order/Sortable.tsx'
import { forget, recordsOf } from '../../queries.ts'
import { EditForm } from '../../record/EditForm.tsx'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { FieldValue } from '../../ui/FieldValue.tsx'
import { titleOf } from '../../ui/titles.ts'
import { useDone } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { RowMenu } from '../RowMenu.tsx'
import { Sure } from '../Sure.tsx'
import styles from './OrderedRows.module.css'
import { wholeOf } from './ordered.ts'
import { usePlaces } from './use-places.ts'

interface OrderedRowsProps {
  readonly object: DescribedObject
  readonly rows: readonly AnyRecord[]
}

export function OrderedRows({ object, rows }: OrderedRowsProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  // As it was put, until the server has it so.
  const { order = rows, put } = usePlaces(object, () => forget(queries, object.name))
  if (rows.length === 0) return <div className={styles.none}>{say('record.related.none')}</div>
  return (
    <Sortable label={object.label[1]} rows={order} nameOf={row => titleOf(object, row)} say={say} onOrder={put}>
      {row => <Row object={object} row={row} />}
    </Sortable>
  )
}

function Row({ object, row }: { readonly object: DescribedObject; readonly row: AnyRecord }) {
  const say = useAdminWords()
  const schema = useSchema()
  const queries = useQueryClient()
  const done = useDone()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const title = titleOf(object, row)
  const whole = wholeOf(schema, object)?.field
  const told = object.list.filter(name => name !== 'place' && name !== whole && !object.title.includes(name))
  const remove = async () => {
    await recordsOf(object).remove(row.id)
    await forget(queries, object.name)
    done(say('record.removed', { title }))
  }
  return (
    <>
      <span className={styles.title}>{title}</span>
      {told.map(name => {
        const field = object.fields.find(each => each.name === name)
        return (
          field && (
            <span key={name} className={styles.value} title={field.label}>
              <FieldValue field={field} value={row[name]} included={{}} place="row" />
            </span>
          )
        )
      })}
      <RowMenu of={title}>
        {mayDo(object, 'edit') && <Menu.Item onClick={() => setOpen('edit')}>{say('record.edit')}</Menu.Item>}
        {mayDo(object, 'delete') && (
          <Menu.Item color="var(--red)" onClick={() => setOpen('remove')}>
            {say('record.remove')}
          </Menu.Item>
        )}
      </RowMenu>
      {open === 'edit' && <EditForm object={object} record={row} included={{}} onDone={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <Sure
          title={say('record.remove.sure', { title })}
          hint={say('record.remove.hint')}
          verb={say('record.remove')}
          run={remove}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
