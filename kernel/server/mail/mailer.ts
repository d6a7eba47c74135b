import type { Db } from '../database/database.ts'
import type { Address, Message } from './message.ts'
import { outboxMailer } from './outbox.ts'
import { smtpMailer } from './smtp.ts'

export interface Sent {
  readonly messageId: string
  /** Recipients that the server did not take while it took others. */
  readonly refused: readonly Address[]
}

export interface Mailer {
  /**
   * Hands the message to the mail server. Refused of the kind `broken` may go better later (server
   * down, busy): a job tries again. Any other kind will not.
   */
  send(message: Message): Promise<Sent>
  close(): void
}

export interface MailerOptions {
  readonly mailUrl: string | null
  /** Who writes when a message does not say. */
  readonly sender: Address
  readonly db: Db
  readonly clock: () => Date
  readonly newId: () => string
}

export function openMailer({ mailUrl, sender, db, clock, newId }: MailerOptions): Mailer {
  return mailUrl ? smtpMailer({ mailUrl, sender, clock }) : outboxMailer({ sender, db, clock, newId })
}
