import type { ReactNode } from 'react'
import { useTitle } from '../shell/use-title.ts'
import styles from './AdminPage.module.css'

interface AdminPageProps {
  readonly title: string
  readonly hint: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function AdminPage({ title, hint, action, children }: AdminPageProps) {
  useTitle(title)
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title} title={title}>
            {title}
          </h1>
          <p className={styles.hint}>{hint}</p>
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </>
  )
}
