import { notifications } from '@mantine/notifications'
import type { Say } from '../words/words.tsx'
import styles from './announce.module.css'
import { troubleWords } from './State.tsx'

interface Offer {
  readonly label: string
  readonly run: () => void
}

/** A word at the foot of the page that goes by itself, with one thing that can be done about it. */
export function announce(message: string, offer?: Offer) {
  const id = notifications.show({
    message: offer ? <Offering message={message} offer={offer} onTaken={() => notifications.hide(id)} /> : message,
    autoClose: offer ? 8000 : 4000,
    withCloseButton: false,
    withBorder: false,
    classNames: styles,
  })
}

function Offering({
  message,
  offer: { label, run },
  onTaken,
}: {
  readonly message: string
  readonly offer: Offer
  readonly onTaken: () => void
}) {
  const take = () => {
    onTaken()
    run()
  }
  return (
    <span className={styles.offering}>
      <span>{message}</span>
      <button type="button" className={styles.offer} onClick={take}>
        {label}
      </button>
    </span>
  )
}

/** With what it is about, where that is not in sight: the names of fields. */
export function announceTrouble(error: unknown, say: Say, about: readonly string[] = []) {
  const { title, hint } = troubleWords(error, say)
  notifications.show({
    title,
    message: [about.join(', '), hint].filter(Boolean).join(' – '),
    color: 'red',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': say('shell.close') },
  })
}
