import { describe, expect, test } from 'vitest'
import { detectType } from './kind.ts'
import { servedAs } from './served.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
/** The first bytes of an archive with these parts, stored as they are. */
const zip = (...parts: readonly (readonly [name: string, content?: string])[]) =>
  Buffer.concat(
    parts.map(([name, content = '']) => {
      const header = Buffer.alloc(30)
      header.write('PK\x03\x04', 'latin1')
      header.writeUInt32LE(content.length, 18)
      header.writeUInt32LE(content.length, 22)
      header.writeUInt16LE(name.length, 26)
      return Buffer.concat([header, latin(name + content)])
    }),
  )
const office = 'application/vnd.openxmlformats-officedocument'
const html = 'text/html'
const svg = 'image/svg+xml'

describe('what a file is', () => {
  test.each<readonly [string, Buffer]>([
    ['image/png', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['image/jpeg', latin('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image/gif', latin('GIF89a\x01\0')],
    ['image/webp', latin('RIFF\x24\0\0\0WEBPVP8 ')],
    ['audio/wav', latin('RIFF\x24\0\0\0WAVEfmt ')],
    ['application/pdf', latin('%PDF-1.7\n%\xe2\xe3')],
    ['application/zip', zip(['photos/a.jpg'])],
    ['application/zip', latin('PK\x05\x06'.padEnd(22, '\0'))],
    [
      `${office}.wordprocessingml.document`,
      zip(['[Content_Types].xml', '<x/>'], ['_rels/.rels'], ['word/document.xml']),
    ],
    [`${office}.spreadsheetml.sheet`, zip(['[Content_Types].xml'], ['xl/workbook.xml'])],
    [`${office}.presentationml.presentation`, zip(['ppt/presentation.xml'])],
    [
      'application/vnd.oasis.opendocument.text',
      zip(['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml']),
    ],
    ['application/x-msdownload', latin('MZ\x90\0')],
    ['application/x-cfb', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['text/plain', Buffer.from('Grüße, a < b\r\n\tund mehr')],
    ['text/plain', latin('caf\xe9;1\n')],
    ['text/plain', Buffer.from('name,age\nada,36\n')],
    ['application/octet-stream', Buffer.alloc(0)],
    ['application/octet-stream', latin('\0\x01\x02')],
    ['application/octet-stream', latin('abc\0<html>')],
    [html, Buffer.from('\ufeff  <!DOCTYPE html><title>x')],
    [html, Buffer.from('hello <script>alert(1)</script>')],
    [html, Buffer.from('\ufeff<HTML>', 'utf16le')],
    [svg, Buffer.from('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg">')],
    [svg, Buffer.from('<SVG onload=alert(1)>')],
    ['application/xml', Buffer.from('<?xml version="1.0"?><feed/>')],
  ])('%s', (type, head) => {
    expect(detectType(head)).toBe(type)
  })
})

describe('how it is served', () => {
  test.each([
    ['image/png', 'image/png', 'inline'],
    ['application/pdf', 'application/pdf', 'inline'],
    ['text/plain', 'text/plain; charset=utf-8', 'inline'],
    ['application/zip', 'application/zip', 'attachment'],
    [html, 'application/octet-stream', 'attachment'],
    [svg, 'application/octet-stream', 'attachment'],
    ['application/xml', 'application/octet-stream', 'attachment'],
    ['application/octet-stream', 'application/octet-stream', 'attachment'],
  ])('%s as %s, %s', (type, served, kind) => {
    const headers = servedAs({ type, name: 'a b' })
    expect(headers['content-type']).toBe(served)
    expect(headers['content-disposition']).toBe(`${kind}; filename="a b"`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy'].includes('sandbox')).toBe(type !== 'application/pdf')
  })
})
