import { expect, test } from 'vitest'
import { pictureSize } from './picture-size.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const png = hex('89504e470d0a1a0a 0000000d 49484452 00000140 000000c8 08060000')
const exif = Buffer.concat([hex('ffe1 c352'), Buffer.alloc(0xc352 - 2, 0xff)])
const jpeg = (frame: string) =>
  Buffer.concat([hex('ffd8 ffe0 0010 4a46494600010100000100010000'), exif, hex(`${frame} 0011 08 00c8 0140 03 012200`)])
const riff = (chunk: string, rest: string) =>
  Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(chunk), hex(`00000000 ${rest}`)])

test.each([
  ['image/png', png],
  ['image/jpeg', jpeg('ffc0')],
  ['image/jpeg', jpeg('ffc2')],
  ['image/webp', riff('VP8X', '10000000 3f0100 c70000')],
  ['image/webp', riff('VP8L', '2f 3fc1 3100')],
  ['image/webp', riff('VP8 ', '300000 9d012a 4001 c800')],
])('%s says how large it is', (type, bytes) => {
  expect(pictureSize(type, bytes)).toEqual({ width: 320, height: 200 })
})

test.each([
  ['image/png', png.subarray(0, 18)],
  ['image/png', hex('89504e470d0a1a0a 0000000d 49444154 00000140 000000c8')],
  ['image/png', hex('89504e470d0a1a0a 0000000d 49484452 00000000 000000c8')],
  ['image/jpeg', hex('ffd8ff')],
  ['image/jpeg', jpeg('ffc0').subarray(0, 1000)],
  ['image/jpeg', jpeg('ffc4')],
  ['image/jpeg', Buffer.from('\xff\xd8\xff<script>', 'latin1')],
  ['image/webp', riff('VP8 ', '300000 000000 4001 c800')],
  ['image/webp', riff('ABCD', '')],
  ['text/html', png],
])('%s that only begins like one says nothing', (type, bytes) => {
  expect(pictureSize(type, bytes)).toBeUndefined()
})
