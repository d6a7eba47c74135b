import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import { extractImages, extractText } from 'unpdf'
import { expect, it } from 'vitest'
import { openPaper } from './paper.ts'
import { drawRichText } from './rich-text.ts'

const opened = (logo: Buffer | null = null) =>
  openPaper({
    letterhead: { name: 'Northwind', address: null, foot: null, logo },
    ...{ title: 'A paper', country: 'FR', language: 'en', made: new Date('2026-03-10T12:00:00Z') },
  })
type Opened = ReturnType<typeof opened>
const closed = (paper: Opened) => buffer(paper.end((number, count) => `${number} of ${count}`))
const textOf = async (file: Buffer) => (await extractText(new Uint8Array(file), { mergePages: true })).text

interface Parts {
  readonly width?: number
  readonly height?: number
  readonly interlace?: number
  readonly pixels?: Buffer
  readonly more?: Buffer
}

const chunk = (name: string, data: Buffer, size = data.length) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}

/** With an alpha channel, so that its pixels are unpacked when it is drawn. */
function png({ width = 4, height = 4, interlace = 0, pixels, more = Buffer.alloc(0) }: Parts = {}) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, interlace], 8)
  const packed = pixels ?? deflateSync(Buffer.alloc(height * (1 + 4 * width)))
  const parts = [chunk('IHDR', head), more, chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const broken = {
  'pixels that cannot be unpacked': png({ pixels: Buffer.from('no pixels') }),
  'too few pixels': png({ pixels: deflateSync(Buffer.alloc(20)) }),
  'a filter that there is none of': png({ pixels: deflateSync(Buffer.alloc(68, 9)) }),
  'more pixels than it says': png({ pixels: deflateSync(Buffer.alloc(2 ** 20)) }),
  'a chunk that leads back to itself': png({ more: chunk('tIME', Buffer.alloc(0), 0xfffffff4) }),
  'a pass without pixels': png({ interlace: 1, pixels: deflateSync(Buffer.alloc(71, 7)) }),
  'a second head': png({ more: png().subarray(8, 33) }),
  'its end cut off': png().subarray(0, 60),
}

it.each(Object.entries(broken))('a logo with %s is left out, and the name stands there', async (_, logo) => {
  expect(await textOf(await closed(opened(logo)))).toContain('Northwind')
})

/** Each pass has rows of its own. */
const interlaced = deflateSync(Buffer.alloc(5 + 5 + 9 + 2 * 9 + 2 * 17 + 4 * 17 + 4 * 33))

it.each([png(), png({ width: 8, height: 8, interlace: 1, pixels: interlaced })])(
  'a whole logo is drawn',
  async logo => {
    const file = await closed(opened(logo))
    expect(await extractImages(new Uint8Array(file), 1)).toHaveLength(1)
  },
)

const written = async (html: string) => {
  const paper = opened()
  const began = performance.now()
  drawRichText(paper, html)
  return { text: await textOf(await closed(paper)), ms: performance.now() - began }
}

it.each(['x', '\u00a0'])('a word that does not end is broken where the line ends, and soon: %j', async letter => {
  const { text, ms } = await written(`<p>a${letter.repeat(15_000)}b</p>`)
  expect(text.replace(/[^ab]/g, '')).toBe('ab')
  expect(ms).toBeLessThan(5000)
})

it('a list in a list in a list ends up with room for its words', async () => {
  const { text } = await written(`${'<ul>'.repeat(39)}<li>Room for all of these words</li>${'</ul>'.repeat(39)}`)
  expect(text).toContain('Room for all of these words')
})
