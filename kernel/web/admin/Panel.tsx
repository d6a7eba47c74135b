import { type ReactNode, useId } from 'react'
import styles from './Panel.module.css'

interface PanelProps {
  readonly title: string
  readonly hint?: string
  /** What can be done with all of it, beside its title. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One subject of a page of settings. */
export function Panel({ title, hint, action, children }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {hint && <p className={styles.hint}>{hint}</p>}
        </div>
        {action}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}

/** Room around what is no table. */
export const Inset = ({ children }: { readonly children: ReactNode }) => <div className={styles.inset}>{children}</div>
