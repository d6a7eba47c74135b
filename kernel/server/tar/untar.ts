import { Refused } from '../../schema/refused.ts'
import { block, paddingOf } from './tar.ts'

export interface Unpacked {
  readonly name: string
  /** To be read to its end before the next one comes. */
  readonly content: AsyncIterable<Buffer>
}

/** The files of an archive, one after the other. One that breaks off is damaged. */
export async function* untar(source: AsyncIterable<Buffer>): AsyncGenerator<Unpacked> {
  const bytes = new Bytes(source)
  for (;;) {
    const head = await bytes.take(block)
    if (head.every(byte => byte === 0)) return
    const name = textAt(head, 0, 100)
    const size = head[124] === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(textAt(head, 124, 12), 8)
    if (!Number.isSafeInteger(size)) throw new Refused('backup.file-damaged', { file: name })
    if (textAt(head, 156, 1) === '0') yield { name, content: bytes.pieces(size) }
    await bytes.take(paddingOf(size))
  }
}

const textAt = (bytes: Buffer, start: number, length: number) =>
  bytes.toString('utf8', start, start + length).split('\0', 1)[0] ?? ''

class Bytes {
  private readonly source: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.rest.length === 0) {
        const { value, done } = await this.source.next()
        if (done) throw new Refused('backup.file-damaged', { file: 'tar' })
        this.rest = value
      }
      const piece = this.rest.subarray(0, left)
      this.rest = this.rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
}
