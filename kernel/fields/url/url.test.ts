import fc from 'fast-check'
import { expect, test } from 'vitest'
import { urlType } from './url.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown) => urlType.parse(input, { type: 'url' }, locale)

test.each([
  ['https://example.com', 'https://example.com/'],
  [' HTTP://Example.COM:80/A?b=c#d ', 'http://example.com/A?b=c#d'],
  ['example.com/about', 'https://example.com/about'],
  ['bücher.example:8080', 'https://xn--bcher-kva.example:8080/'],
])('%s is %s', (input, output) => {
  expect(parse(input)).toBe(output)
})

test.each([
  [5, 'not-text'],
  ['', 'not-a-url'],
  ['hello world', 'not-a-url'],
  ['//example.com', 'not-a-url'],
  ['http://', 'not-a-url'],
  ['javascript:alert(1)', 'not-http'],
  [' java\nscript:alert(1)', 'not-http'],
  ['JavaScript://example.com/%0aalert(1)', 'not-http'],
  ['data:text/html,x', 'not-http'],
  ['file:///etc/passwd', 'not-http'],
  ['https://user:secret@example.com', 'url-with-password'],
  ['https://example.com/\0', 'nul-character'],
  ['https://example.com/\ud800', 'broken-characters'],
  [`https://example.com/${'a'.repeat(2048)}`, 'too-long'],
  [`https://example.com/${'é'.repeat(1000)}`, 'too-long'],
] as const)('%j is refused: %s', (input, code) => {
  expect(() => parse(input)).toThrow(code)
})

test('any address that is accepted is its own canonical form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'small' }), address => {
      expect(parse(parse(address))).toBe(parse(address))
    }),
  )
})
