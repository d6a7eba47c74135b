import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import type { Mailer, MailerOptions } from './mailer.ts'
import { checkMessage, formatAddress } from './message.ts'

/** Mail that goes nowhere for want of MAIL_URL: it is read in the browser. */
export const outbox = defineTable('outbox', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    recipients: column<string[]>('text[]'),
    subject: column<string>('text'),
    text: column<string>('text'),
    html: column<string | null>('text', { null: true }),
    headers: column<Readonly<Record<string, string>>>('jsonb'),
    created_at: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['created_at'] }],
})
declare module '../database/database.ts' {
  interface Tables {
    outbox: TableRow<typeof outbox>
  }
}

export const outboxMailer = ({ sender, db, clock, newId }: Omit<MailerOptions, 'mailUrl'>): Mailer => ({
  async send(message) {
    const { from, to, replyTo, subject, text, html, headers, messageId } = checkMessage(message, sender)
    const row = {
      id: newId(),
      recipients: to.map(formatAddress),
      subject,
      text,
      html: html ?? null,
      headers: {
        From: formatAddress(from),
        ...(replyTo ? { 'Reply-To': formatAddress(replyTo) } : {}),
        'Message-ID': messageId,
        ...headers,
      },
      created_at: clock().toISOString(),
    }
    await db.insertInto('outbox').values(row).execute()
    return { messageId, refused: [] }
  },
  close() {},
})
