import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const block = 512

/** A folder as a tar archive, in the form (ustar) that PGlite reads again. Names of a database are short. */
export async function* tar(folder: string): AsyncGenerator<Uint8Array> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    const { size, mtimeMs } = await stat(path)
    if (entry.isDirectory()) yield header(`${name}/`, 0, mtimeMs, '5')
    if (!entry.isFile()) continue
    yield header(name, size, mtimeMs, '0')
    yield* createReadStream(path, { highWaterMark: 256 * 1024 })
    yield Buffer.alloc((block - (size % block)) % block)
  }
  yield Buffer.alloc(2 * block)
}

function header(name: string, size: number, mtimeMs: number, kind: '0' | '5') {
  const bytes = Buffer.alloc(block)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  bytes.write(name, 0)
  bytes.write(octal(kind === '5' ? 0o700 : 0o600, 7), 100)
  bytes.write(octal(0, 7), 108)
  bytes.write(octal(0, 7), 116)
  bytes.write(octal(size, 11), 124)
  bytes.write(octal(Math.floor(mtimeMs / 1000), 11), 136)
  bytes.write(`        ${kind}`, 148)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${octal(sum, 6)} `, 148)
  return bytes
}
