import type { ReactNode } from 'react'
import { Floating } from '../shell/Floating.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Logo } from '../ui/Logo.tsx'
import styles from './EntryPage.module.css'

interface EntryPageProps {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** What one sees before one is in. */
export function EntryPage({ title, hint, children }: EntryPageProps) {
  useTitle(title)
  return (
    <>
      <main className={styles.page}>
        <div className={styles.card}>
          <Logo size={36} />
          <h1 className={styles.title}>{title}</h1>
          {hint && <p className={styles.hint}>{hint}</p>}
          {children}
        </div>
      </main>
      <Floating />
    </>
  )
}
