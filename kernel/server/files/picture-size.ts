// How wide and high a picture is, by its own bytes. What cannot be told is no picture, whatever it begins with.

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A camera writes much before the picture itself; so far one looks. */
export const pictureBytes = 256 * 1024

export function pictureSize(type: string, head: Uint8Array): PictureSize | undefined {
  const measure = measures[type]
  if (!measure) return undefined
  try {
    const size = measure(Buffer.from(head.buffer, head.byteOffset, head.byteLength))
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // It ends before it has said so.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const measures: Readonly<Record<string, (bytes: Buffer) => PictureSize | undefined>> = {
  'image/png': bytes =>
    textAt(bytes, 12, 'IHDR') ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
}

/** Parts, each with its length, up to the frame. */
function jpegSize(bytes: Buffer) {
  for (let at = 2; bytes.readUInt8(at) === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return undefined
}

function webpSize(bytes: Buffer) {
  if (!textAt(bytes, 0, 'RIFF')) return undefined
  if (textAt(bytes, 12, 'VP8X')) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (textAt(bytes, 12, 'VP8L') && bytes.readUInt8(20) === 0x2f) {
    const sides = bytes.readUInt32LE(21)
    return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
  }
  if (textAt(bytes, 12, 'VP8 ') && textAt(bytes, 23, '\x9d\x01\x2a'))
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  return undefined
}

const textAt = (bytes: Buffer, at: number, text: string) => bytes.toString('latin1', at, at + text.length) === text
