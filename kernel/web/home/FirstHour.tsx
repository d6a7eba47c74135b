import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { type FirstStep, firstStepsQuery } from './first-steps.ts'
import styles from './Home.module.css'

/** What is left of the first hour; gone when all of it is done, or when nobody wants to see it. */
export function FirstHour() {
  const say = useWords()
  const { person } = useSchema()
  const place = `first-hour:${person.id}`
  const [isHidden, setHidden] = useState(() => localStorage.getItem(place) === 'hidden')
  const { data: steps = [] } = useQuery({ ...firstStepsQuery, enabled: !isHidden })
  const done = steps.filter(step => step.done).length
  if (isHidden || done === steps.length) return null
  const hide = () => {
    localStorage.setItem(place, 'hidden')
    setHidden(true)
  }
  return (
    <section className={styles.card} aria-labelledby="first-hour">
      <div className={styles.head}>
        <h2 id="first-hour" className={styles.heading}>
          {say('home.first-hour')}
        </h2>
        <span className={styles.done}>{say('home.first-hour.done', { done, count: steps.length })}</span>
        <button type="button" className={styles.hide} onClick={hide}>
          {say('home.first-hour.hide')}
        </button>
      </div>
      <div className={styles.bar} aria-hidden>
        <span style={{ width: `${(100 * done) / steps.length}%` }} />
      </div>
      <ol className={styles.steps}>
        {steps.map(step => (
          <li key={step.code}>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Step({ step: { title, hint, path, icon, done } }: { readonly step: FirstStep }) {
  const say = useWords()
  return (
    <Link to={path as '/'} className={styles.step} data-done={done || undefined}>
      <span className={styles.mark}>
        <Icon name={done ? 'check' : icon} size={15} />
      </span>
      <span className={styles.words}>
        <strong>{title}</strong>
        {done ? <span className="unseen">{say('home.first-hour.step-done')}</span> : <span>{hint}</span>}
      </span>
      {!done && <Icon name="arrow-right" size={15} />}
    </Link>
  )
}
