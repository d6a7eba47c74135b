import { usePresence } from '../live/presence.ts'
import { useLocale } from '../schema/use-schema.ts'
import { Faces } from '../ui/Faces.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Others.module.css'

/** Who else has this record open now, and who of them writes in it. */
export function Others() {
  const say = useWords()
  const { language } = useLocale()
  const { object, record } = useHere()
  const people = usePresence(object.name, record.id)
  const writing = people.filter(({ editing }) => editing).map(({ name }) => name)
  const names = new Intl.ListFormat(language).format(writing)
  return (
    <>
      {people.length > 0 && (
        <span className={styles.others}>
          <Faces
            people={people.map(({ id, name }) => ({ id, title: name }))}
            count={people.length}
            label={say('record.others')}
          />
        </span>
      )}
      <p className={styles.writing} role="status">
        {writing.length > 0 && (
          <>
            <Icon name="pencil" size={12} />
            {say('record.writing', { names, count: writing.length })}
          </>
        )}
      </p>
    </>
  )
}
