import { pictureBytes } from './picture-size.ts'

/** The first bytes of a stream, and the whole of it again; who does not want the whole must close it. */
export async function peek(stream: AsyncIterable<Uint8Array>) {
  const source = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < pictureBytes) {
    const { done, value } = await source.next()
    if (done) break
    first.push(value)
    size += value.length
  }
  return { head: Buffer.concat(first), whole: again(first, source), close: async () => void (await source.return?.()) }
}

async function* again(first: readonly Uint8Array[], source: AsyncIterator<Uint8Array>) {
  try {
    yield* first
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}
