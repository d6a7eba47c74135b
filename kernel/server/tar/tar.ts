// The tar form (ustar), written as a stream: what goes by is never held whole.

import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export const block = 512

export interface Member {
  /** No longer than a hundred bytes. */
  readonly name: string
  readonly size: number
  readonly mtimeMs: number
}

/** A folder as a tar archive, without its end: more may follow. */
export async function* membersOf(folder: string): AsyncGenerator<Uint8Array> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    const { size, mtimeMs } = await stat(path)
    if (entry.isDirectory()) yield header({ name: `${name}/`, size: 0, mtimeMs }, '5')
    if (entry.isFile()) yield* member({ name, size, mtimeMs }, createReadStream(path, { highWaterMark: 256 * 1024 }))
  }
}

export async function* member(of: Member, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield header(of, '0')
  yield* content
  yield Buffer.alloc(paddingOf(of.size))
}

export const end = (): Uint8Array => Buffer.alloc(2 * block)

function header({ name, size, mtimeMs }: Member, kind: '0' | '5') {
  const bytes = Buffer.alloc(block)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  bytes.write(name, 0)
  bytes.write(octal(kind === '5' ? 0o700 : 0o600, 7), 100)
  bytes.write(octal(0, 7), 108)
  bytes.write(octal(0, 7), 116)
  if (size < 8 ** 11) bytes.write(octal(size, 11), 124)
  else writeBinary(bytes, size)
  bytes.write(octal(Math.floor(mtimeMs / 1000), 11), 136)
  bytes.write(`        ${kind}`, 148)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${octal(sum, 6)} `, 148)
  return bytes
}

/** Beyond 8 GB the digits do not suffice; then it stands there as GNU tar writes it. */
function writeBinary(bytes: Buffer, size: number) {
  bytes.writeUInt8(0x80, 124)
  bytes.writeBigUInt64BE(BigInt(size), 128)
}

/** What fills up the last block. */
export const paddingOf = (size: number) => (block - (size % block)) % block
