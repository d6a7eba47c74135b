import { useState } from 'react'
import { regional } from '../../schema/regional.ts'
import { readRecent } from '../commands/recent.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { AllOf, useHomeParts } from '../slots/Slot.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { asLine } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { FirstHour } from './FirstHour.tsx'
import styles from './Home.module.css'
import { Start } from './Start.tsx'

/** Where one begins: what is left of the first hour, and what one worked on last. */
export default function Home() {
  const say = useWords()
  const { person } = useSchema()
  const locale = useLocale()
  const [recent] = useState(() => readRecent(person.id ?? ''))
  useTitle(say('home.title'))
  const today = new Intl.DateTimeFormat(regional(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: locale.zone,
  })
  return (
    <div className={styles.home}>
      <header>
        <p className={styles.today}>{today.format(Date.now())}</p>
        <h1 className={styles.title}>{say('home.hello', { name: person.name.split(' ')[0] ?? '' })}</h1>
      </header>
      <AllOf parts={useHomeParts()} of={nothing} />
      <FirstHour />
      {recent.length > 0 ? <Recent hits={recent} /> : <Start />}
    </div>
  )
}

const nothing = {}

function Recent({ hits }: { readonly hits: ReturnType<typeof readRecent> }) {
  const say = useWords()
  const { byName } = useSchema()
  return (
    <section className={styles.card} aria-labelledby="recent">
      <div className={styles.head}>
        <h2 id="recent" className={styles.heading}>
          {say('menu.recent')}
        </h2>
      </div>
      <ul className={styles.steps}>
        {hits.map(hit => {
          const object = byName(hit.object)
          return object ? (
            <li key={hit.id}>
              <ToRecord plural={object.plural} id={hit.id} className={styles.step}>
                <span className={styles.mark}>
                  <Icon name={object.icon} size={15} />
                </span>
                <span className={styles.words}>
                  <strong className="truncate">{asLine(hit.title, undefined) || say('list.untitled')}</strong>
                </span>
                <span className={styles.kind}>{object.label[0]}</span>
              </ToRecord>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
