import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import { useWords } from '../words/words.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Sidebar.module.css'

interface SidebarProps {
  readonly isNarrow: boolean
  readonly onTurn: () => void
}

export function Sidebar({ isNarrow, onTurn }: SidebarProps) {
  const say = useWords()
  const { company } = useSchema()
  const turn = say(isNarrow ? 'sidebar.wide' : 'sidebar.narrow')
  return (
    <nav className={styles.sidebar} aria-label={say('shell.navigation')} data-narrow={isNarrow || undefined}>
      <div className={styles.company}>
        <Logo size={22} />
        <span className={`truncate ${styles.text}`}>{company.name}</span>
      </div>
      <Navigation />
      <button type="button" className={styles.turn} onClick={onTurn} aria-label={turn} title={turn}>
        <Icon name="sidebar" />
      </button>
    </nav>
  )
}
