import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailType, parseEmail } from './email.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }

test.each([
  [' Ada.Lovelace+crm@Example.COM ', 'ada.lovelace+crm@example.com'],
  ["o'neil_1@mail.example.museum", "o'neil_1@mail.example.museum"],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
])('%s is %s', (input, output) => {
  expect(parseEmail(input)).toBe(output)
})

test.each([
  '',
  'a',
  '@example.com',
  'a@',
  'a@b',
  'a@1.2.3.4',
  'a@-b.com',
  'a@b..com',
  '.a@b.com',
  'a.@b.com',
  'a..b@c.com',
  'a b@c.com',
  'a@b.com\nBcc: x@y.com',
  'a@b.com>',
  '<a@b.com>',
  'é@b.com',
  '\u212a@b.com',
  'a@b@c.com',
  'a@b.com/x',
  'a@é/b.com',
  'a@é:80',
  `${'a'.repeat(65)}@b.com`,
])('%j is no address', input => {
  expect(() => parseEmail(input)).toThrow('not-an-email')
})

test('what is no text or too long is refused', () => {
  expect(() => parseEmail(null)).toThrow('not-text')
  expect(() => parseEmail(`a@${'b.'.repeat(130)}com`)).toThrow('too-long')
})

test('address books write more than the address', () => {
  const read = (cell: string) => emailType.fromText(cell, { type: 'email' }, locale)
  expect(read('Ada Lovelace <ada@example.com>')).toBe('ada@example.com')
  expect(read('mailto:ada@example.com')).toBe('ada@example.com')
})

test('any address that is accepted is its own canonical form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), address => {
      fc.pre(address.length <= 254)
      const value = parseEmail(address)
      expect(parseEmail(value)).toBe(value)
      expect(value).toBe(address.toLowerCase())
    }),
  )
})
