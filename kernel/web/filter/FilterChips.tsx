import type { DescribedObject } from '../../schema/described.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import { removeTerm } from './edits.ts'
import styles from './Filter.module.css'
import type { Group, Term } from './tree.ts'
import { useNames } from './use-names.ts'
import { type Said, sayTerm } from './words.ts'

interface FilterChipsProps {
  readonly object: DescribedObject
  readonly root: Group
  readonly onChange: (root: Group) => void
  readonly onOpen: () => void
}

/** Each condition in words, to open or to take away. */
export function FilterChips({ object, root, onChange, onOpen }: FilterChipsProps) {
  const say = useListWords()
  const saying = { say, object, schema: useSchema(), locale: useLocale(), included: useNames(object, root) }
  // All of them hold, one by one; any or none of them is one question.
  const terms: readonly Term[] = root.how === 'all' ? root.terms : [root]
  const chips = terms.flatMap(term => {
    const said = sayTerm(term, saying)
    return said ? [{ key: term.key, said }] : []
  })
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips}>
      {chips.map(({ key, said }) => (
        <Chip
          key={key}
          said={said}
          onOpen={onOpen}
          onRemove={() => onChange(key === root.key ? { ...root, how: 'all', terms: [] } : removeTerm(root, key))}
        />
      ))}
    </ul>
  )
}

interface ChipProps {
  readonly said: Said
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function Chip({ said: { subject, verb, value }, onOpen, onRemove }: ChipProps) {
  const say = useListWords()
  const what = [subject, verb, value].filter(Boolean).join(' ')
  return (
    <li className={styles.chip}>
      <button
        type="button"
        className={styles.open}
        title={what}
        aria-label={say('filter.edit', { what })}
        onClick={onOpen}
      >
        {subject && <span className={styles.strong}>{subject}</span>} {verb && <span>{verb}</span>}{' '}
        {value && <span className={styles.strong}>{value}</span>}
      </button>
      <button type="button" className={styles.remove} aria-label={say('filter.remove', { what })} onClick={onRemove}>
        <Icon name="x" size={14} />
      </button>
    </li>
  )
}
