import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { sanitise } from './sanitise.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
let rich: typeof import('./rich_text.ts')

/** A process of its own, in which nobody has brought a sanitiser yet. */
beforeEach(async () => {
  vi.resetModules()
  rich = await import('./rich_text.ts')
})
const parse = (input: unknown, max?: number) =>
  rich.richTextType.parse(input, { type: 'rich_text', ...(max ? { max } : {}) }, locale)

test('without a sanitiser nothing is accepted', () => {
  expect(() => parse('<p>Hello</p>')).toThrow('no sanitiser')
  expect(() => parse('plain')).toThrow('no sanitiser')
})

test.each([
  ['<p>Hello <strong>you</strong><br>there</p>', '<p>Hello <strong>you</strong><br />there</p>'],
  ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
  ['<p onclick="alert(1)" style="x">a</p>', '<p>a</p>'],
  ['<img src=x onerror=alert(1)>a', 'a'],
  ['<svg><a xlink:href="javascript:alert(1)">a</a></svg>', '<a>a</a>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="java\nscript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="//evil.example">a</a>', '<a>a</a>'],
  ['<a href="/api/logout">a</a>', '<a>a</a>'],
  [
    '<a href="https://example.com/?a=1&b=2" target=_top>a</a>',
    '<a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer">a</a>',
  ],
  ['<iframe src="https://example.com"></iframe><form><input></form>b', 'b'],
  ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ['<p>  </p><br>', ''],
  ['<!--x--><![CDATA[<b>y</b>]]>z', 'z'],
])('%s becomes %s', (input, output) => {
  rich.setSanitiser(sanitise)
  expect(parse(input)).toBe(output)
})

test('what is no text, or too much of it, is refused', () => {
  rich.setSanitiser(sanitise)
  expect(() => parse({})).toThrow('not-text')
  expect(() => parse('a\0')).toThrow('nul-character')
  expect(() => parse('<p>long</p>', 5)).toThrow('too-long')
  expect(() => parse('&&&&&', 5)).toThrow('too-long')
})

const pieces = [
  '<',
  '>',
  '"',
  "'",
  '&',
  'lt;',
  '<a href=',
  'javascript:',
  '<p',
  ' onload=x',
  '/',
  '</p>',
  '<svg>',
  '<!--',
  'x',
  ' ',
]

test('sanitising twice changes nothing, and no script is left', () => {
  rich.setSanitiser(sanitise)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), parts => {
      const clean = parse(parts.join(''))
      expect(parse(clean)).toBe(clean)
      expect(clean).not.toMatch(/<[^>]*(javascript:|onload)|<(?!\/?(p|a|br)\b)/)
    }),
  )
})

test('deep nesting is cut', () => {
  rich.setSanitiser(sanitise)
  expect(parse(`${'<b>'.repeat(20_000)}x`)).not.toContain('<b>'.repeat(41))
})

test('plain text has neither elements nor entities', () => {
  expect(rich.plainText('<p>a &lt;b&gt; &amp;lt;</p><ul><li>c</li></ul>')).toBe('a <b> &lt;\nc')
})
