import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { memo, useDeferredValue } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { recordQuery } from '../queries.ts'
import { Actions } from '../record/Actions.tsx'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import { compose } from '../record/compose.ts'
import { Facts } from '../record/Facts.tsx'
import { Head } from '../record/Head.tsx'
import { RecordHere } from '../record/here.ts'
import { NextStep } from '../record/NextStep.tsx'
import { People } from '../record/People.tsx'
import { Timeline } from '../record/Timeline.tsx'
import { useSaving } from '../record/use-saving.ts'
import { mayDo } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Peek.module.css'

interface PeekProps {
  readonly object: DescribedObject
  readonly id: string
  readonly onClose: () => void
}

/** One record beside the list: what is known, and what happened. The frame is there at once, what is in it when it is drawn. */
export default function Peek({ object, id, onClose }: PeekProps) {
  const say = useWords()
  const shown = useDeferredValue(id, '')
  return (
    <aside className={styles.peek} aria-label={say('list.key.peek')} aria-busy={shown !== id}>
      <div className={styles.corner}>
        <ToRecord plural={object.plural} id={id} className={styles.button} aria-label={say('list.peek.open')}>
          <Icon name="expand" />
        </ToRecord>
        <button type="button" className={styles.button} aria-label={say('list.peek.close')} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {shown && <Opened key={shown} object={object} id={shown} />}
    </aside>
  )
}

const Opened = memo(function Opened({ object, id }: Pick<PeekProps, 'object' | 'id'>) {
  const navigate = useNavigate()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const { save, conflict, settle } = useSaving(object, id)
  if (error && !record) return <TroubleState error={error} retry={() => void refetch()} />
  if (!record) return <div aria-busy />
  const included = record.included ?? {}
  const edit = () =>
    void navigate({ to: '/$plural/$id', params: { plural: object.plural, id }, search: { edit: true } })
  return (
    <RecordHere value={{ object, record, included, save, mayEdit: mayDo(object, 'edit') }}>
      <div className={styles.head}>
        <Head />
      </div>
      <NextStep onPlan={({ name }) => compose(name)} />
      <Actions onEdit={edit} />
      <People />
      <div className={styles.facts}>
        <Facts />
      </div>
      <Timeline />
      {conflict && <ConflictDialog {...{ object, included, conflict, save }} onDone={settle} />}
    </RecordHere>
  )
})
