import { createTransport, type SendMailOptions } from 'nodemailer'
import { Refused } from '../../schema/refused.ts'
import type { Mailer, MailerOptions } from './mailer.ts'
import { type Address, type CheckedMessage, checkMessage } from './message.ts'

export function smtpMailer({
  mailUrl,
  sender,
  clock,
}: Pick<MailerOptions, 'sender' | 'clock'> & { mailUrl: string }): Mailer {
  const pool = createTransport({
    url: mailUrl,
    pool: true,
    // When to try again is for the job to say: a server that hangs up is not called five times more at once.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message) {
      const checked = checkMessage(message, sender)
      try {
        const { rejected } = await pool.sendMail({ ...mailOf(checked), date: clock() })
        const isRefused = (email: string) => rejected.some(address => emailOf(address) === email)
        return { messageId: checked.messageId, refused: checked.to.filter(({ email }) => isRefused(email)) }
      } catch (error) {
        throw inWords(error)
      }
    },
    close: () => pool.close(),
  }
}

const mailOf = ({ from, to, replyTo, subject, text, html, headers, messageId }: CheckedMessage): SendMailOptions => ({
  from: mailbox(from),
  to: to.map(mailbox),
  ...(replyTo ? { replyTo: mailbox(replyTo) } : {}),
  subject,
  text,
  ...(html === undefined ? {} : { html }),
  messageId,
  headers: Object.entries(headers).map(([key, value]) => header(key, value)),
})

const mailbox = ({ name = '', email }: Address) => ({ name, address: email })
const emailOf = (address: string | { address: string }) => (typeof address === 'string' ? address : address.address)

// One-click unsubscribe is read by machines that do not all join folded lines: it stays on one.
const header = (key: string, value: string) =>
  /^list-unsubscribe/i.test(key) && /^[ -~]{1,900}$/.test(value)
    ? { key, value: { prepared: true, foldLines: false, value } }
    : { key, value }

interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
}

function inWords(error: unknown) {
  if (!(error instanceof Error)) return error
  const { code, responseCode: reply = 0 }: SmtpError = error
  // The reply of the server may name the recipient: it goes no further than the cause.
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return new Refused('mail.sign-in-failed', {}, { kind: 'broken', cause: error })
  if (reply >= 500 && reply !== 503 && code === 'EENVELOPE')
    return new Refused('mail.recipient-refused', { reply }, { cause: error })
  if (reply >= 500 && reply !== 503) return new Refused('mail.message-refused', { reply }, { cause: error })
  if (reply >= 400) return new Refused('mail.not-now', { reply }, { kind: 'broken', cause: error })
  return new Refused('mail.unreachable', { reason: code }, { kind: 'broken', cause: error })
}
