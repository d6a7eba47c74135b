import { randomUUID } from 'node:crypto'
import { flag, ref, text } from '../../fields/index.ts'
import { Refused } from '../../schema/refused.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import { getRecord } from '../records/get.ts'
import type { Live } from './live.ts'
import type { Presence } from './presence.ts'

const tooMuch = 1024 * 1024
const heartbeat = 25_000

export const liveEndpoints = (live: Live, presence: Presence) => [
  /** Server-sent events: each line says what changed; the page asks again for what it shows of that. */
  endpoint({
    method: 'GET',
    path: '/api/live',
    summary: 'Changes by others, as they happen (server-sent events)',
    chapter: 'Live',
    async run({ principal, reply, request }) {
      const { raw } = reply
      const line = randomUUID()
      reply.hijack()
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write(`retry: 2000\nevent: ready\ndata: ${JSON.stringify({ line })}\n\n`)
      const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat)
      const say = (event: string, data: unknown) => {
        // Who does not read is let go, and asks for everything anew when it comes back.
        if (raw.writableLength > tooMuch) raw.destroy()
        else raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      }
      const stop = live.subscribe(principal, {
        send: message => say('change', message),
        notice: () => say('notice', {}),
        progress: ({ user: _, ...progress }) => say('progress', progress),
        end: () => raw.end(),
      })
      const leave = presence.hold(line, principal, present => say('present', present))
      request.raw.once('close', () => {
        clearInterval(beat)
        stop()
        leave()
      })
      return undefined
    },
  }),

  endpoint({
    method: 'PUT',
    path: '/api/live/:line',
    summary:
      'Which record somebody looks at or writes in, by the name that `ready` gave their line; none when they leave',
    chapter: 'Live',
    body: { object: text({ max: 64 }), id: ref('record'), editing: flag() },
    async run({ kernel, principal, request, params, body: { object, id, editing } }) {
      const line = readId(params.line)
      if (object !== null && id !== null) {
        const model = kernel.models.find(object)
        if (!model) throw new Refused('unknown-object', { plural: object }, { kind: 'missing' })
        await getRecord(readingOf(kernel, request), model, id)
        await presence.move(line, principal, { object, id, editing })
      } else await presence.move(line, principal, null)
      return { status: 204 }
    },
  }),
]
