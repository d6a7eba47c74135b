import { endpoint } from '../http/endpoint.ts'
import type { Live } from './live.ts'

const tooMuch = 1024 * 1024
const heartbeat = 25_000

/** Server-sent events: each line says what changed; the page asks again for what it shows of that. */
export const liveEndpoint = (live: Live) =>
  endpoint({
    method: 'GET',
    path: '/api/live',
    summary: 'Changes by others, as they happen (server-sent events)',
    chapter: 'Live',
    async run({ principal, reply, request }) {
      const { raw } = reply
      reply.hijack()
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 2000\nevent: ready\ndata: {}\n\n')
      const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat)
      const say = (event: string, data: unknown) => {
        // Who does not read is let go, and asks for everything anew when it comes back.
        if (raw.writableLength > tooMuch) raw.destroy()
        else raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      }
      const stop = live.subscribe(principal, {
        send: message => say('change', message),
        notice: () => say('notice', {}),
        end: () => raw.end(),
      })
      request.raw.once('close', () => {
        clearInterval(beat)
        stop()
      })
      return undefined
    },
  })
