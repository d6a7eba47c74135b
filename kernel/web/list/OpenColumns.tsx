import type { ComponentProps } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import bar from './ImportLink.module.css'
import styles from './OpenColumns.module.css'

export function OpenColumns(props: ComponentProps<'button'>) {
  const say = useWords()
  return (
    <button type="button" title={say('columns.title')} {...props} className={styles.open}>
      <Icon name="columns" size={15} />
      <span className={bar.word}>{say('columns.title')}</span>
    </button>
  )
}
