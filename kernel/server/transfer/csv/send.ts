import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { contentDisposition } from '../../files/name.ts'

/** What is refused is refused before the first line goes out. */
export async function sendCsv(reply: FastifyReply, lines: AsyncGenerator<string>, name: string) {
  const first = await lines.next()
  async function* all() {
    if (!first.done) yield first.value
    yield* lines
  }
  reply.headers({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': contentDisposition(name),
  })
  await reply.send(Readable.from(all(), { objectMode: false }))
}
