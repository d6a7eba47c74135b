import { describe, expect, test } from 'vitest'
import { Refused } from '../../schema/refused.ts'
import { openSecrets } from './secrets.ts'

const secrets = openSecrets('a key of the first company, 32 or more')
const others = openSecrets('a key of another company, 32 or more')
const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
  return 'nothing refused'
}
/** Another letter in the place of the one that stands there. */
const spoil = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

describe('encryption', () => {
  test('gives back what was given, and never looks the same twice', () => {
    const text = 'пароль 🔑 '.repeat(100)
    const sealed = secrets.encrypt('mailbox', text)
    expect(secrets.decrypt('mailbox', sealed)).toBe(text)
    expect(sealed).not.toBe(secrets.encrypt('mailbox', text))
    expect(sealed).toMatch(new RegExp(`^v1:${secrets.fingerprint}:[\\w-]+$`))
    expect(secrets.decrypt('mailbox', secrets.encrypt('mailbox', ''))).toBe('')
  })

  test('opens under its purpose only', () => {
    const sealed = secrets.encrypt('mailbox', 'secret')
    expect(codeOf(() => secrets.decrypt('calendar', sealed))).toBe('secret.damaged')
  })

  test('says when the key is another', () => {
    const sealed = others.encrypt('mailbox', 'secret')
    expect(codeOf(() => secrets.decrypt('mailbox', sealed))).toBe('secret.other-key')
    const forged = sealed.replace(others.fingerprint, secrets.fingerprint)
    expect(codeOf(() => secrets.decrypt('mailbox', forged))).toBe('secret.damaged')
  })

  test('refuses what was changed anywhere', () => {
    const sealed = secrets.encrypt('mailbox', 'secret')
    const start = sealed.lastIndexOf(':') + 1
    const bodies = Array.from({ length: 40 }, (_, index) => spoil(sealed, start + index))
    for (const text of [...bodies, '', 'v1::', sealed.replace('v1', 'v2'), sealed.slice(0, start + 20)])
      expect(codeOf(() => secrets.decrypt('mailbox', text))).toBe('secret.damaged')
  })
})

test('the fingerprint is the same for the same key, and of no use for making it', () => {
  expect(secrets.fingerprint).toBe(openSecrets('a key of the first company, 32 or more').fingerprint)
  expect(secrets.fingerprint).not.toBe(others.fingerprint)
  expect(secrets.fingerprint).toMatch(/^[0-9a-f]{16}$/)
})

describe('signatures', () => {
  const signature = secrets.sign('file', 'a.1')
  test('hold for their text, purpose and key only', () => {
    expect(secrets.verify('file', 'a.1', signature)).toBe(true)
    expect(secrets.verify('file', 'a.2', signature)).toBe(false)
    expect(secrets.verify('mail', 'a.1', signature)).toBe(false)
    expect(others.verify('file', 'a.1', signature)).toBe(false)
  })
  test.each(['', 'é', signature.slice(1), `${signature}=`, signature.toLowerCase()])('refuse %s', other => {
    expect(secrets.verify('file', 'a.1', other)).toBe(false)
  })
})

describe('tokens', () => {
  const expires = new Date('2026-06-01T00:00:00Z')
  const before = new Date('2026-05-31T23:59:59Z')
  const token = secrets.signedToken('reset', { user: 'ada' }, expires)

  test('carry what was put in, until they expire', () => {
    expect(secrets.readToken('reset', token, before)).toEqual({ user: 'ada' })
    expect(codeOf(() => secrets.readToken('reset', token, expires))).toBe('token.expired')
  })

  test('of another purpose, another key or another hand are refused', () => {
    const [body = '', mark = ''] = token.split('.')
    const longer = Buffer.from(JSON.stringify([expires.getTime() * 2, { user: 'ada' }])).toString('base64url')
    const wrong = [`${longer}.${mark}`, `${body}.`, body, '', '.', `${token}.x`, spoil(token, 3), 'a.b.c']
    for (const text of wrong) expect(codeOf(() => secrets.readToken('reset', text, before))).toBe('token.invalid')
    expect(codeOf(() => secrets.readToken('invite', token, before))).toBe('token.invalid')
    expect(codeOf(() => others.readToken('reset', token, before))).toBe('token.invalid')
  })

  test('are no signatures', () => {
    const [body = '', mark = ''] = token.split('.')
    expect(secrets.verify('reset', body, mark)).toBe(false)
  })
})
