import { hash, randomBytes } from 'node:crypto'
import { Refused } from '../../schema/refused.ts'

/** 256 bits: nobody guesses it, so a plain hash keeps it. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashToken = (token: string) => hash('sha256', token)

/** Used already, expired, or never given: which of them is nobody's business. */
export function brokenLink(): never {
  throw new Refused('link.invalid', {}, { kind: 'missing' })
}
