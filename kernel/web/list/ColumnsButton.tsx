import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './ColumnsButton.module.css'
import type { ColumnsMenuProps } from './ColumnsMenu.tsx'

const ColumnsMenu = lazy(() => import('./ColumnsMenu.tsx'))

/** The menu comes with the first touch. */
export function ColumnsButton(props: ColumnsMenuProps) {
  const [isAsked, setAsked] = useState(false)
  const button = <OpenColumns aria-haspopup="dialog" onClick={() => setAsked(true)} />
  return isAsked ? (
    <Suspense fallback={button}>
      <ColumnsMenu {...props} />
    </Suspense>
  ) : (
    button
  )
}

export function OpenColumns(props: ComponentProps<'button'>) {
  const say = useWords()
  return (
    <button type="button" {...props} className={styles.open}>
      <Icon name="columns" size={15} />
      {say('columns.title')}
    </button>
  )
}
