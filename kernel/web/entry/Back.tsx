import { Link } from '@tanstack/react-router'
import { useWords } from '../words/words.tsx'
import styles from './EntryPage.module.css'

export function Back() {
  const say = useWords()
  return (
    <p className={styles.foot}>
      <Link to="/accounts/login">{say('entry.back')}</Link>
    </p>
  )
}
