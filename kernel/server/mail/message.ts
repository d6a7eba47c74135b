import { createHash } from 'node:crypto'
import { parseEmail } from '../../fields/email/email.ts'
import { FieldProblem } from '../../schema/field-type.ts'
import { Refused } from '../../schema/refused.ts'

export interface Address {
  readonly name?: string
  readonly email: string
}

export interface Message {
  /** The same for the same mail: a second try bears the same Message-ID, and can be told as such. */
  readonly key: string
  /** Absent: the sender of the company. */
  readonly from?: Address
  readonly replyTo?: Address
  readonly to: readonly Address[]
  readonly subject: string
  /** Always there: not everyone reads HTML. */
  readonly text: string
  readonly html?: string
  /** Such as List-Unsubscribe; the ones of the message itself are not to be set here. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface CheckedMessage extends Message {
  readonly from: Address
  readonly headers: Readonly<Record<string, string>>
  readonly messageId: string
}

export function checkMessage(message: Message, sender: Address): CheckedMessage {
  const { to, replyTo, subject, text, headers = {} } = message
  const from = checkAddress(message.from ?? sender)
  if (!to.length) throw new Refused('mail.no-recipient')
  if (text.trim() === '') throw new Refused('mail.no-text')
  checkLine('subject', subject)
  for (const [name, value] of Object.entries(headers)) checkHeader(name, value)
  return {
    ...message,
    from,
    to: to.map(checkAddress),
    ...(replyTo ? { replyTo: checkAddress(replyTo) } : {}),
    headers,
    messageId: messageId(message.key, from),
  }
}

export const formatAddress = ({ name, email }: Address) => (name ? `${name} <${email}>` : email)

function checkAddress({ name, email }: Address): Address {
  if (name) checkLine('name', name)
  try {
    return { ...(name ? { name } : {}), email: parseEmail(email) }
  } catch (error) {
    if (error instanceof FieldProblem) throw new Refused('mail.not-an-address', { problem: error.code })
    throw error
  }
}

// A line break would begin another header, or the body.
function checkLine(header: string, text: string) {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new Refused('mail.line-break', { header })
}

const own =
  /^(from|sender|reply-to|to|cc|bcc|subject|date|message-id|mime-version|content-.*|received|return-path|dkim-signature|resent-.*)$/i

function checkHeader(name: string, value: string) {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,75}$/.test(name) || own.test(name))
    throw new Refused('mail.header-not-free', { header: name })
  checkLine(name, value)
}

const messageId = (key: string, from: Address) =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${from.email.slice(from.email.lastIndexOf('@') + 1)}>`
