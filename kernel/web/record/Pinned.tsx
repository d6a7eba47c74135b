import { useQueries } from '@tanstack/react-query'
import { listOnce } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Timeline.module.css'
import { RecordEntry } from './TimelineEntry.tsx'
import { aboutIt, aboutObjects } from './timeline.ts'

/** What somebody wants to be seen first, above everything that happened since. */
export function Pinned() {
  const say = useWords()
  const { object, record } = useHere()
  const pinnable = aboutObjects(useSchema(), object).filter(({ object: other }) => fieldOf(other, 'pinned'))
  const answers = useQueries({
    queries: pinnable.map(({ object: other, field }) =>
      listOnce(other, { where: { ...aboutIt(field.name, object, record.id), pinned: true }, limit: 10 }),
    ),
  })
  const found = pinnable.flatMap(({ object: other }, at) =>
    (answers[at]?.data?.rows ?? []).map(row => ({ other, row })),
  )
  if (found.length === 0) return null
  return (
    <section aria-labelledby="pinned">
      <h3 id="pinned" className={styles.day}>
        {say('record.pinned')}
      </h3>
      <ol className={styles.entries}>
        {found.map(({ other, row }) => (
          <li key={row.id} className={styles.entry}>
            <span className={styles.mark}>
              <Icon name="pin" size={13} />
            </span>
            <RecordEntry object={other} record={row} at={String(row.created_at)} actor={null} />
          </li>
        ))}
      </ol>
    </section>
  )
}
