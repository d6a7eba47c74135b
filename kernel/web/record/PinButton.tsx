import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { forget, recordsOf } from '../queries.ts'
import { fieldOf, mayDo } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Timeline.module.css'

interface PinProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
}

/** Holds a note above the rest, where the declaration has a flag for that. */
export function PinButton({ object, record }: PinProps) {
  const say = useWords()
  const queries = useQueryClient()
  const isPinned = record.pinned === true
  const pinning = useMutation({
    mutationFn: () => recordsOf(object).update(record.id, { pinned: !isPinned }),
    onError: error => announceTrouble(error, say),
    onSettled: () => forget(queries, object.name),
  })
  const field = fieldOf(object, 'pinned')
  if (field?.type !== 'flag' || field.readonly || !mayDo(object, 'edit')) return null
  return (
    <button
      type="button"
      className={styles.pin}
      aria-pressed={isPinned}
      aria-label={say('record.pin')}
      title={say('record.pin')}
      onClick={() => pinning.mutate()}
    >
      <Icon name="pin" size={14} />
    </button>
  )
}
