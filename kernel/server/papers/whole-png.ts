// Whether a PNG is whole. What draws it on paper believes all that it says of itself, and throws what is wrong with its
// pixels where nobody catches it.

import { inflateSync } from 'node:zlib'

interface Head {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly samples: number
  readonly interlaced: boolean
}

export function isWholePng(bytes: Buffer): boolean {
  try {
    const head = headOf(bytes)
    const rows = head && rowsOf(head)
    if (!rows) return false
    const length = rows.reduce((sum, { count, size }) => sum + count * size, 0)
    const pixels = inflateSync(Buffer.concat(dataOf(bytes)), { maxOutputLength: length })
    return pixels.length === length && rowsIn(pixels, rows)
  } catch {
    return false
  }
}

/** Colour → how many samples a pixel has, and of how many bits each may be. */
const colours: Readonly<Record<number, readonly [samples: number, bits: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
}
const starts = 8

function headOf(bytes: Buffer): Head | undefined {
  if (bytes.readUInt32BE(starts) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [bits = 0, colour = 0, packed = 1, filtered = 1, interlace = 2] = bytes.subarray(24, 29)
  const [samples, allowed] = colours[colour] ?? [0, []]
  if (!allowed.includes(bits) || width * height === 0 || packed !== 0 || filtered !== 0 || interlace > 1)
    return undefined
  // In a narrower one some passes have no pixels, which what draws it does not know.
  if (interlace === 1 && width <= 4) return undefined
  return { width, height, bits, samples, interlaced: interlace === 1 }
}

/** The pixels, packed; a chunk that ends behind the file is a RangeError, and so is what is there twice. */
function dataOf(bytes: Buffer): Buffer[] {
  const data: Buffer[] = []
  for (let at = starts; ; ) {
    const size = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IEND') return data
    if (name === 'IHDR' && at > starts) throw new RangeError('A second head.')
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + size))
    at += 12 + size
  }
}

interface Rows {
  readonly count: number
  /** Of each, in bytes, with the one that says how it is filtered. */
  readonly size: number
}

function rowsOf({ width, height, bits, samples, interlaced }: Head): Rows[] {
  const passes = interlaced ? adam7 : ([[0, 0, 1, 1]] as const)
  return passes.flatMap(([x, y, dx, dy]) => {
    const [wide, high] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)]
    return high > 0 ? [{ count: high, size: 1 + Math.ceil((wide * bits * samples) / 8) }] : []
  })
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function rowsIn(pixels: Buffer, rows: readonly Rows[]): boolean {
  let at = 0
  for (const { count, size } of rows)
    for (let row = 0; row < count; row++, at += size) if ((pixels[at] ?? 5) > 4) return false
  return true
}
