import { isEmpty } from '../../fields/empty.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { Face } from '../ui/Face.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { Editable } from './Editable.tsx'
import styles from './Head.module.css'
import { useHere } from './here.ts'

/** Who or what it is: picture, name, and what one wants to know first. */
export function Head() {
  const say = useWords()
  const { object, record, included } = useHere()
  const title = titleOf(object, record, included) || say('list.untitled')
  const parts = object.title.flatMap(name => fieldOf(object, name) ?? [])
  const name = <h1 className={styles.title}>{title}</h1>
  return (
    <header className={styles.head}>
      {object.face ? (
        <Face {...{ object, record, included, title }} size={40} />
      ) : (
        <span className={styles.mark}>
          <Icon name={object.icon} size={20} />
        </span>
      )}
      <div className={styles.names}>
        {parts.every(({ type }) => type !== 'rich_text') ? (
          <Editable fields={parts} label={parts.map(({ label }) => label).join(', ')}>
            {name}
          </Editable>
        ) : (
          name
        )}
        <p className={styles.kind}>{subtitle(object, record) ?? object.label[0]}</p>
      </div>
    </header>
  )

  function subtitle(of: DescribedObject, { id: _, ...values }: AnyRecord) {
    const known = of.list
      .flatMap(name => fieldOf(of, name) ?? [])
      .filter(({ name, type }) => !of.title.includes(name) && brief.has(type) && !isEmpty(values[name]))
      .slice(0, 2)
    if (known.length === 0) return undefined
    return known.map((field, at) => (
      <span key={field.name}>
        {at > 0 && ' · '}
        <FieldValue field={field} value={values[field.name]} included={included} place="row" />
      </span>
    ))
  }
}

const brief = new Set(['ref', 'text'])
