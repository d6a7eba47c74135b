import { useSchema } from '../schema/use-schema.ts'
import { Logo } from '../ui/Logo.tsx'
import { useWords } from '../words/words.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Sidebar.module.css'

export function Sidebar() {
  const say = useWords()
  const { company } = useSchema()
  return (
    <nav className={styles.sidebar} aria-label={say('shell.navigation')}>
      <div className={styles.company}>
        <Logo size={22} />
        <span className="truncate">{company.name}</span>
      </div>
      <Navigation />
    </nav>
  )
}
