import type { ReactNode } from 'react'
import styles from './Gallery.module.css'

export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.part}>
    <h3 className={styles.name}>{title}</h3>
    <div className={styles.shelf}>{children}</div>
  </div>
)
