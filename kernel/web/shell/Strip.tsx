import { type ReactNode, useSyncExternalStore } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Strip.module.css'
import { useNewVersion } from './use-new-version.ts'

/** What concerns the whole page: no network, or a newer page. */
export function Strip() {
  const say = useWords()
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine)
  const isNew = useNewVersion()
  return (
    <div role="status">
      {!isOnline && <Line icon="offline" tone="amber" text={say('strip.offline')} />}
      {isOnline && isNew && (
        <Line icon="arrow-up" tone="accent" text={say('strip.new-version')}>
          <button type="button" className={styles.act} onClick={() => location.reload()}>
            {say('strip.load')}
          </button>
        </Line>
      )}
    </div>
  )
}

interface LineProps {
  readonly icon: string
  readonly tone: 'amber' | 'accent'
  readonly text: string
  readonly children?: ReactNode
}

const Line = ({ icon, tone, text, children }: LineProps) => (
  <div className={styles.strip} data-tone={tone}>
    <Icon name={icon} />
    <span>{text}</span>
    {children}
  </div>
)

function listen(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
