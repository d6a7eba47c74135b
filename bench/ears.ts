// Many who listen for changes, in a process of their own: when each heard of which version.

import { connect } from 'node:net'
import { reps } from './people.ts'

const { hostname, port } = new URL(process.env.BASE ?? '')
const heard: Record<string, number[]> = {}

const push = (key: string, at: number) => {
  heard[key] ??= []
  heard[key].push(at)
}

function listen(token: string) {
  const socket = connect({ host: hostname, port: Number(port) })
  let rest = ''
  return new Promise<void>((ready, fail) => {
    socket.on('error', fail)
    socket.write(`GET /api/live HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n\r\n`)
    socket.setEncoding('utf8').on('data', (text: string) => {
      const at = performance.timeOrigin + performance.now()
      rest += text
      if (rest.includes('event: ready')) ready()
      for (const [, id, version] of rest.matchAll(/"id":"([^"]+)","version":(\d+)/g)) push(`${id} ${version}`, at)
      rest = rest.slice(rest.lastIndexOf('\n\n') + 1)
    })
  })
}

for (let n = 0; n < Number(process.env.LISTENERS); n += 50)
  await Promise.all(Array.from({ length: 50 }, (_, at) => listen(reps[(n + at) % reps.length]?.token ?? '')))
process.send?.('ready')
process.once('message', () => process.send?.(heard, () => process.exit(0)))
