import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './ViewBar.module.css'

interface TabProps {
  readonly name: string
  readonly icon?: string | undefined
  readonly isCurrent: boolean
  readonly isChanged: boolean
  readonly onOpen: () => void
}

export function Tab({ name, icon, isCurrent, isChanged, onOpen }: TabProps) {
  return (
    <button
      type="button"
      className={styles.tab}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onOpen}
      title={name}
    >
      {icon && <Icon name={icon} size={15} />}
      <span className="truncate">{name}</span>
      {isChanged && <ChangedDot />}
    </button>
  )
}

export function ChangedDot() {
  const say = useListWords()
  return (
    <span className={styles.dot} title={say('view.changed')}>
      <span className="unseen">{say('view.changed')}</span>
    </span>
  )
}
