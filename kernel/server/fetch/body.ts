import type { IncomingMessage } from 'node:http'
import { PassThrough, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refused } from '../../schema/refused.ts'

/** The whole body, unpacked; given up as soon as it is too large, before or after unpacking. */
export async function readBody(response: IncomingMessage, method: string, max: number, signal: AbortSignal) {
  const chunks: Buffer[] = []
  const isBare = method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304
  const unpack = isBare ? new PassThrough() : unpacker(response.headers['content-encoding'])
  await pipeline(response, atMost(max), unpack, atMost(max), into(chunks), { signal })
  return Buffer.concat(chunks)
}

function atMost(max: number) {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > max) done(tooLarge(max))
      else done(null, chunk)
    },
  })
}

const into = (chunks: Buffer[]) =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })

function unpacker(packing = 'identity') {
  const name = packing.trim().toLowerCase()
  if (name === 'identity') return new PassThrough()
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'br') return createBrotliDecompress()
  if (name === 'deflate') return createInflate()
  throw new Refused('fetch.unknown-packing')
}

const tooLarge = (max: number) => new Refused('fetch.too-large', { max })
