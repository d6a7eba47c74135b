import { useQuery } from '@tanstack/react-query'
import { useSchema } from '../schema/use-schema.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Kinds.module.css'
import { aboutObjects, kindsQuery } from './timeline.ts'

interface KindsProps {
  readonly only: string | undefined
  readonly onChoose: (only: string | undefined) => void
}

/** Everything, or one kind of what happened. */
export function Kinds({ only, onChoose }: KindsProps) {
  const say = useWords()
  const schema = useSchema()
  const { object, record } = useHere()
  const others = aboutObjects(schema, object)
  const { data: counts } = useQuery(kindsQuery(object, record.id))
  if (others.length === 0) return null
  const kinds = [
    { name: undefined, label: say('record.kinds.all'), count: undefined },
    ...others.map(({ object: { name, label } }) => ({
      name,
      label: label[1],
      count: counts && (counts[name] ?? 0),
    })),
    { name: 'change', label: say('record.kinds.changes'), count: undefined },
  ]
  return (
    <fieldset className={styles.kinds}>
      <legend className="unseen">{say('record.kinds')}</legend>
      {kinds
        .filter(({ count }) => count !== 0)
        .map(({ name, label, count }) => (
          <button
            key={name ?? ''}
            type="button"
            className={styles.kind}
            aria-pressed={name === only}
            onClick={() => onChoose(name)}
          >
            {label} {count !== undefined && <span className="tabular">{count}</span>}
          </button>
        ))}
    </fieldset>
  )
}
