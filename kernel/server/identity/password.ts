import { hash, verify } from '@node-rs/argon2'
import { text } from '../../fields/index.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { commonPasswords } from './common-passwords.ts'
import { newToken } from './token.ts'

export const passwordLength = { min: 10, max: 200 } as const

/** As a field of a form: the length of a new password is checked by its own rules. */
export const passwordField = text({ required: true, max: passwordLength.max, label: 'Password' })

/** Refuses a password that is guessed first; where it is typed, `field` says. */
export function checkPassword(password: string, email: string, field = 'password') {
  const given = normal(password)
  const { min, max } = passwordLength
  if ([...given].length < min) throw invalidField(field, 'password.too-short', { min })
  if ([...given].length > max) throw invalidField(field, 'too-long', { max })
  const plain = given.toLowerCase()
  if (plain === email.toLowerCase() || plain === email.split('@')[0]?.toLowerCase())
    throw invalidField(field, 'password.is-email')
  if (commonPasswords.has(plain) || new Set(plain).size < 4) throw invalidField(field, 'password.too-common')
}

export const hashPassword = (password: string) => inTurn(() => hash(normal(password)))

/** Takes as long when there is nothing to compare with. */
export async function isPassword(known: string | null | undefined, password: string) {
  if (password.length > 2 * passwordLength.max) return false
  const against = known ?? (await nobodys())
  const right = await inTurn(() => verify(against, normal(password)))
  return right && typeof known === 'string'
}

let made: Promise<string> | undefined
function nobodys() {
  made ??= hash(newToken())
  return made
}

/** Typed on whatever keyboard, and sent through whatever form: spaces as a field of text keeps them. */
const normal = (password: string) => password.normalize('NFC').replace(/\s+/gu, ' ').trim()

// Each takes 20 MB and a thread of the few that also serve files: two at a time, and no endless queue.
const atOnce = 2
const mostWaiting = 200
const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new Refused('server.busy', { seconds: 5 }, { kind: 'throttled' })
  if (running >= atOnce) await new Promise<void>(next => waiting.push(next))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
