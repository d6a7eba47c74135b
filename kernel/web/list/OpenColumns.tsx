import type { ComponentProps } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './OpenColumns.module.css'

export function OpenColumns(props: ComponentProps<'button'>) {
  const say = useWords()
  return (
    <button type="button" {...props} className={styles.open}>
      <Icon name="columns" size={15} />
      {say('columns.title')}
    </button>
  )
}
