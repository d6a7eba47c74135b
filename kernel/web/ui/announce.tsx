import { notifications } from '@mantine/notifications'
import type { Say } from '../words/words.tsx'
import { troubleWords } from './State.tsx'

/** A word in the corner that goes by itself. */
export const announce = (message: string) => notifications.show({ message, autoClose: 4000, withCloseButton: false })

export function announceTrouble(error: unknown, say: Say) {
  const { title, hint } = troubleWords(error, say)
  notifications.show({
    title,
    message: hint,
    color: 'red',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': say('shell.close') },
  })
}
