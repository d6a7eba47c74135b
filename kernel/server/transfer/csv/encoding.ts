import type { Encoding } from './format.ts'

export interface Look {
  readonly encoding: Encoding
  /** The beginning, for everything else that is decided by looking. */
  readonly head: Buffer
  readonly size: number
}

const headSize = 256 * 1024

/** Reads the whole file once: only the last byte tells whether it is UTF-8 throughout. */
export async function lookAt(bytes: AsyncIterable<Uint8Array>): Promise<Look> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const head: Uint8Array[] = []
  let [size, kept, isUtf8] = [0, 0, true]
  for await (const chunk of bytes) {
    if (kept < headSize) head.push(chunk)
    kept += kept < headSize ? chunk.length : 0
    size += chunk.length
    isUtf8 &&= decodes(strict, chunk)
  }
  isUtf8 &&= decodes(strict)
  const first = Buffer.concat(head).subarray(0, headSize)
  return { head: first, size, encoding: wide(first) ?? (isUtf8 ? 'utf-8' : 'windows-1252') }
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array) {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** By its mark; without one, by the zeros that Western text has in every other byte. */
function wide(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const some = head.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map(count => count / (some.length / 2 || 1))
  if (odd > 0.4 && even < 0.1) return 'utf-16le'
  return even > 0.4 && odd < 0.1 ? 'utf-16be' : undefined
}

/** The beginning as text; what its end cuts through is left out. */
export const decodeHead = ({ head, encoding }: Pick<Look, 'head' | 'encoding'>) =>
  new TextDecoder(encoding).decode(head, { stream: true })

/** UTF-8 passes as it is. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array | string> {
  if (encoding === 'utf-8') return yield* bytes
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
