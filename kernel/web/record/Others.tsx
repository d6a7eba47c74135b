import { usePresence } from '../live/presence.ts'
import { Faces } from '../ui/Faces.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Others.module.css'

/** Who else has this record open now. */
export function Others() {
  const say = useWords()
  const { object, record } = useHere()
  const people = usePresence(object.name, record.id)
  if (people.length === 0) return null
  return (
    <span className={styles.others}>
      <Faces
        people={people.map(({ id, name }) => ({ id, title: name }))}
        count={people.length}
        label={say('record.others')}
      />
    </span>
  )
}
