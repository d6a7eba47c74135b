import type { DescribedObject } from '../../../schema/described.ts'
import { FilterWords } from '../../filter/FilterWords.tsx'
import type { Where } from '../../filter/tree.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { type ScopeName, scopeNames } from './grants.ts'
import styles from './Matrix.module.css'

interface ScopeSelectProps {
  readonly label: string
  /** A filter is of one object. */
  readonly object: DescribedObject | undefined
  /** What is said just here. */
  readonly own: ScopeName | undefined
  readonly filter: Where | undefined
  /** What holds without it. */
  readonly otherwise: ScopeName
  readonly onChange: (scope: ScopeName | null) => void
}

/** Whose records: the browser's own control, as there are a hundred on the page. */
export function ScopeSelect({ label, object, own, filter, otherwise, onChange }: ScopeSelectProps) {
  const say = useAdminWords()
  return (
    <span className={styles.cell}>
      <select
        className={styles.scope}
        aria-label={label}
        data-scope={own ?? otherwise}
        data-own={own !== undefined || undefined}
        value={own ?? ''}
        onChange={event => onChange((event.currentTarget.value || null) as ScopeName | null)}
        title={own ? undefined : say('roles.inherited')}
      >
        <option value="">{say(`roles.scope.${otherwise}`)}</option>
        <optgroup label={say('roles.just-here')}>
          {scopeNames
            .filter(scope => scope !== 'filter' || object)
            .map(scope => (
              <option key={scope} value={scope}>
                {say(`roles.scope.${scope}`)}
              </option>
            ))}
        </optgroup>
      </select>
      {own === 'filter' && object && (
        <button
          type="button"
          className={styles.filter}
          title={say('roles.filter.edit', { label })}
          onClick={() => onChange('filter')}
        >
          {filter ? <FilterWords object={object} where={filter} /> : say('roles.filter.unreadable')}
        </button>
      )}
    </span>
  )
}
