import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName, contentDisposition } from './name.ts'

describe('a name from outside', () => {
  test.each([
    ['Offer 2026.pdf', 'Offer 2026.pdf'],
    ['Résumé – 李.docx', 'Résumé – 李.docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\cv.doc', 'cv.doc'],
    ['..', 'file'],
    ['...', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['folder/', 'folder'],
    ['.htaccess', 'htaccess'],
    ['a\0b\r\nc\u007f.txt', 'abc.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['\ufeffa\u200bb\u2066.txt', 'ab.txt'],
    ['a<b>:"c|d?*.txt', 'a_b___c_d__.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['console.log', 'console.log'],
    ['trailing. . ', 'trailing'],
    ['a \u00a0\t b', 'a b'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['e\u0301', 'é'],
    ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanName(given)).toBe(expected)
  })

  test('that is too long keeps its ending, and no broken letter', () => {
    const long = cleanName(`${'é'.repeat(300)}.pdf`)
    expect(long).toMatch(/^é+\.pdf$/)
    expect(Buffer.byteLength(long)).toBe(180)
    expect(Buffer.byteLength(cleanName(`a.${'x'.repeat(400)}`))).toBeLessThanOrEqual(180)
    expect(cleanName('👍'.repeat(100)).isWellFormed()).toBe(true)
  })

  test('is always one that any system takes, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
        const name = cleanName(given)
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}]+$/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })
})

describe('Content-Disposition', () => {
  test.each([
    ['a b.pdf', `attachment; filename="a b.pdf"`],
    ["Å l'été.pdf", `attachment; filename="A l'ete.pdf"; filename*=UTF-8''%C3%85%20l%27%C3%A9t%C3%A9.pdf`],
    ['李.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%E6%9D%8E.pdf`],
    ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`],
    ['50%.pdf', `attachment; filename="50_.pdf"; filename*=UTF-8''50%25.pdf`],
    ['a\r\nSet-Cookie: b', `attachment; filename="a__Set-Cookie: b"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b`],
  ])('of %j', (name, expected) => {
    expect(contentDisposition(name)).toBe(expected)
  })
  test('is always a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        expect(contentDisposition(name, 'inline')).toMatch(
          /^inline; filename="[ !#-$&-[\]-~]*"(; filename\*=UTF-8''[\w.~!%-]*)?$/,
        )
      }),
    )
  })
})
