import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
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
import { useWords } from '../words/words.tsx'
import styles from './Peek.module.css'

interface PeekProps {
  readonly object: DescribedObject
  readonly id: string
  readonly onClose: () => void
}

/** One record beside the list: what is known, and what happened. */
export default function Peek({ object, id, onClose }: PeekProps) {
  const say = useWords()
  const navigate = useNavigate()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const { save, conflict, settle } = useSaving(object, id)
  const params = { plural: object.plural, id }
  const included = record?.included ?? {}
  return (
    <aside className={styles.peek} aria-label={say('list.key.peek')} aria-busy={!record && !error}>
      <div className={styles.corner}>
        <Link to="/$plural/$id" params={params} className={styles.button} aria-label={say('list.peek.open')}>
          <Icon name="expand" />
        </Link>
        <button type="button" className={styles.button} aria-label={say('list.peek.close')} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {error && !record && <TroubleState error={error} retry={() => void refetch()} />}
      {record && (
        <RecordHere value={{ object, record, included, save, mayEdit: mayDo(object, 'edit') }}>
          <div className={styles.head}>
            <Head />
          </div>
          <NextStep onPlan={({ name }) => compose(name)} />
          <Actions onEdit={() => void navigate({ to: '/$plural/$id', params, search: { edit: true } })} />
          <People />
          <div className={styles.facts}>
            <Facts />
          </div>
          <Timeline />
          {conflict && <ConflictDialog {...{ object, included, conflict, save }} onDone={settle} />}
        </RecordHere>
      )}
    </aside>
  )
}
