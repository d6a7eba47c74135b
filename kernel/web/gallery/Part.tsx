import type { ReactNode } from 'react'
import styles from './Gallery.module.css'

interface PartProps {
  readonly title: string
  /** Of its heading: most stand under that of a side. */
  readonly level?: 2 | 3
  readonly children: ReactNode
}

export function Part({ title, level = 3, children }: PartProps) {
  const Name = `h${level}` as const
  return (
    <div className={styles.part}>
      <Name className={styles.name}>{title}</Name>
      <div className={styles.shelf}>{children}</div>
    </div>
  )
}
