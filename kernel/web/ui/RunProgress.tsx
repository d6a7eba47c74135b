import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocale } from '../schema/use-schema.ts'
import styles from './RunProgress.module.css'
import { timeLeft } from './time-left.ts'

interface RunProgressProps {
  readonly title: string
  /** How much of it is done, from 0 to 1; null where nobody can tell. */
  readonly share: number | null
  readonly secondsLeft: number | null
  /** Beside the title: how it is stopped. */
  readonly action?: ReactNode
  /** What was done so far, in words. */
  readonly children: ReactNode
}

/** How far something has come that the server does by itself, and how long it will take still. */
export function RunProgress({ title, share, secondsLeft, action, children }: RunProgressProps) {
  const { language } = useLocale()
  return (
    <>
      <div className={styles.line}>
        <h2 className={styles.title}>{title}</h2>
        {action}
      </div>
      <Progress
        value={share === null ? 100 : Math.max(1, share * 100)}
        animated={share === null}
        color="var(--accent)"
        size={6}
        radius="xl"
        aria-label={title}
        transitionDuration={300}
      />
      <p className={styles.counts}>
        {children}
        {secondsLeft !== null && <span className={styles.left}>{timeLeft(secondsLeft, language)}</span>}
      </p>
    </>
  )
}
