import { Keys } from '../commands/Keys.tsx'
import { show } from '../commands/overlay.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './TopBar.module.css'

/** Looks like the box that it opens. */
export function SearchBox() {
  const say = useWords()
  return (
    <button
      type="button"
      className={styles.search}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={() => show('menu')}
    >
      <Icon name="search" />
      <span className="truncate">{say('shell.search.hint')}</span>
      <span className={styles.key}>
        <Keys keys="mod+k" />
      </span>
    </button>
  )
}
