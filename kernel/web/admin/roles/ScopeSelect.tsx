import { ActionIcon } from '@mantine/core'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { type ScopeName, scopeNames } from './grants.ts'
import styles from './Roles.module.css'

interface ScopeSelectProps {
  readonly label: string
  /** What is said just here. */
  readonly own: ScopeName | undefined
  /** What holds without it. */
  readonly otherwise: ScopeName
  /** A filter is of one object. */
  readonly hasFilter: boolean
  readonly onChange: (scope: ScopeName | null) => void
}

/** Whose records: the browser's own control, as there are a hundred on the page. */
export function ScopeSelect({ label, own, otherwise, hasFilter, onChange }: ScopeSelectProps) {
  const say = useAdminWords()
  const isFiltered = own === 'filter'
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
            .filter(scope => scope !== 'filter' || hasFilter)
            .map(scope => (
              <option key={scope} value={scope}>
                {say(`roles.scope.${scope}`)}
              </option>
            ))}
        </optgroup>
      </select>
      {isFiltered && (
        <ActionIcon
          variant="subtle"
          size={26}
          aria-label={say('roles.filter.edit', { label })}
          onClick={() => onChange('filter')}
        >
          <Icon name="pencil" size={14} />
        </ActionIcon>
      )}
    </span>
  )
}
