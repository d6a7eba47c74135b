// What stands where content would: nothing there yet, not found, refused, failed.

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Trouble } from '../request.ts'
import { type Say, useWords } from '../words/words.tsx'
import { Icon } from './Icon.tsx'
import styles from './State.module.css'

interface StateProps {
  readonly icon: string
  readonly title: string
  readonly hint?: string | undefined
  readonly children?: ReactNode
  /** 1 where it is all that the page has. */
  readonly level?: 1 | 2
}

export const State = ({ icon, title, hint, children, level = 2 }: StateProps) => (
  <div className={styles.state}>
    <span className={styles.mark}>
      <Icon name={icon} size={22} />
    </span>
    {level === 1 ? <h1 className={styles.title}>{title}</h1> : <h2 className={styles.title}>{title}</h2>}
    {hint && <p className={styles.hint}>{hint}</p>}
    {children && <div className={styles.next}>{children}</div>}
  </div>
)

/** What the server refused, or why it was not reached, and what to do. */
export function TroubleState({
  error,
  retry,
  level = 2,
}: {
  readonly error: unknown
  readonly retry?: () => void
  readonly level?: 1 | 2
}) {
  const say = useWords()
  const { title, hint } = troubleWords(error, say)
  const mayPass = !(error instanceof Trouble) || error.status === 0 || error.status === 429 || error.status >= 500
  const isOffline = error instanceof Trouble && error.code === 'offline'
  return (
    <div role="alert">
      <State icon={isOffline ? 'offline' : 'alert'} title={title} hint={hint} level={level}>
        {retry && mayPass && (
          <Button variant="default" onClick={retry}>
            {say('trouble.retry')}
          </Button>
        )}
      </State>
    </div>
  )
}

export function troubleWords(error: unknown, say: Say) {
  if (!(error instanceof Trouble) || error.code === 'unexpected')
    return { title: say('trouble.unexpected'), hint: say('trouble.unexpected.action') }
  if (error.code === 'offline') return { title: say('trouble.offline'), hint: say('trouble.offline.action') }
  return { title: error.message, hint: error.action }
}
