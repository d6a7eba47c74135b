import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../../schema/refused.ts'

/** Encrypts and signs with keys made from SECRET_KEY, one for each purpose: what serves one opens no other. */
export interface Secrets {
  /** Names the key without giving it away: a backup keeps it to know whether the key fits. */
  readonly fingerprint: string
  encrypt(purpose: string, text: string): string
  decrypt(purpose: string, sealed: string): string
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
  signedToken(purpose: string, payload: unknown, expires: Date): string
  /** The payload of a token that is ours and has not expired; the caller parses it. */
  readToken(purpose: string, token: string, now: Date): unknown
}

export function openSecrets(secretKey: string): Secrets {
  const key = keyring(secretKey)
  const fingerprint = key('fingerprint', '').toString('hex', 0, 8)
  const mac = (use: 'sign' | 'token', purpose: string, text: string) =>
    createHmac('sha256', key(use, purpose)).update(text).digest('base64url')
  return {
    fingerprint,
    encrypt: (purpose, text) => `v1:${fingerprint}:${seal(key('encrypt', purpose), text)}`,
    decrypt: (purpose, sealed) => unseal(key('encrypt', purpose), sealedBody(sealed, fingerprint)),
    sign: (purpose, text) => mac('sign', purpose, text),
    verify: (purpose, text, signature) => same(mac('sign', purpose, text), signature),
    signedToken(purpose, payload, expires) {
      const body = Buffer.from(JSON.stringify([expires.getTime(), payload])).toString('base64url')
      return `${body}.${mac('token', purpose, body)}`
    },
    readToken(purpose, token, now) {
      const [body = '', signature = '', more] = token.split('.')
      if (more !== undefined || !same(mac('token', purpose, body), signature)) throw new Refused('token.invalid')
      const [expires, payload]: [number, unknown] = JSON.parse(Buffer.from(body, 'base64url').toString())
      if (expires <= now.getTime()) throw new Refused('token.expired')
      return payload
    },
  }
}

function keyring(secretKey: string) {
  const made = new Map<string, Buffer>()
  return (use: 'encrypt' | 'sign' | 'token' | 'fingerprint', purpose: string) => {
    const info = `rapport/v1/${use}/${purpose}`
    const key = made.get(info) ?? Buffer.from(hkdfSync('sha256', secretKey, '', info, 32))
    made.set(info, key)
    return key
  }
}

const ivBytes = 12
const tagBytes = 16

function seal(key: Buffer, text: string) {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

function unseal(key: Buffer, body: Buffer) {
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(body.subarray(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(body.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw broken(cause)
  }
}

function sealedBody(sealed: string, fingerprint: string) {
  const [version, keyOf, text = ''] = sealed.split(':')
  const body = Buffer.from(text, 'base64url')
  if (version !== 'v1' || body.length < ivBytes + tagBytes) throw broken()
  if (keyOf !== fingerprint) throw new Refused('secret.other-key', { wanted: keyOf, fingerprint }, { kind: 'broken' })
  return body
}

const broken = (cause?: unknown) => new Refused('secret.damaged', {}, { kind: 'broken', cause })

function same(a: string, b: string) {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
