import { Link } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { areasOf } from '../shell/areas.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Home.module.css'

/** Before anything was opened: where the work is. */
export function Start() {
  const say = useWords()
  const objects = areasOf(useSchema()).flatMap(area => (area.name === 'administration' ? [] : area.objects))
  return (
    <section className={styles.card} aria-labelledby="start">
      <div className={styles.head}>
        <h2 id="start" className={styles.heading}>
          {say('home.start')}
        </h2>
      </div>
      <ul className={styles.steps}>
        {objects.map(({ name, plural, icon, label }) => (
          <li key={name}>
            <Link to="/$plural" params={{ plural }} className={styles.step}>
              <span className={styles.mark}>
                <Icon name={icon} size={15} />
              </span>
              <span className={styles.words}>
                <strong>{label[1]}</strong>
              </span>
              <Icon name="arrow-right" size={15} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
