// Asks a server as fast as it answers, over a number of kept connections. It speaks HTTP on the socket itself:
// what asks shares the computer with what answers, and should take little of it.

import { connect, type Socket } from 'node:net'

export interface Ask {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
}

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

export interface Load {
  readonly base: string
  readonly token: string
  readonly ask: (n: number) => Ask
  readonly connections: number
  readonly milliseconds: number
}

/** Runs for a time. A status of 400 and more ends it: a wrong answer is no figure. */
export async function load({ base, token, ask, connections, milliseconds }: Load): Promise<Measured> {
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(base, token)))
  const times: number[] = []
  let n = 0
  const started = performance.now()
  await Promise.all(
    lines.map(async line => {
      while (performance.now() - started < milliseconds) {
        const before = performance.now()
        await line.ask(ask(n++))
        times.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  for (const line of lines) line.close()
  return { perSecond: times.length / seconds, ...percentiles(times) }
}

export function percentiles(times: number[]) {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

export interface Line {
  /** The body of the answer. */
  ask(ask: Ask): Promise<string>
  close(): void
}

export async function openLine(base: string, token: string): Promise<Line> {
  const { hostname, port } = new URL(base)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise((done, fail) => socket.once('connect', done).once('error', fail))
  let lost: Error | undefined
  const answers = readAnswers(socket, error => {
    lost = error
  })
  return {
    ask({ method = 'GET', path, body }) {
      if (lost) throw lost
      const text = body === undefined ? '' : JSON.stringify(body)
      const content = text ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n` : ''
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n${content}\r\n${text}`,
      )
      return answers.next(`${method} ${path}`)
    },
    close: () => socket.destroy(),
  }
}

interface Waiting {
  readonly what: string
  readonly done: (body: string) => void
  readonly fail: (error: Error) => void
}

function readAnswers(socket: Socket, ended: (error: Error) => void) {
  let waiting: Waiting | undefined
  let got = Buffer.alloc(0)
  socket.on('data', part => {
    got = got.length ? Buffer.concat([got, part]) : Buffer.from(part)
    const answer = wholeAnswer(got)
    if (!answer || !waiting) return
    got = Buffer.alloc(0)
    const { what, done, fail } = waiting
    waiting = undefined
    if (answer.status < 400) done(answer.body)
    else fail(new Error(`${what}: ${answer.status} ${answer.body.slice(0, 500)}`))
  })
  const end = (error: Error) => {
    ended(error)
    waiting?.fail(error)
  }
  socket.on('error', end)
  socket.on('close', () => end(new Error('The server closed the connection.')))
  return {
    next: (what: string) =>
      new Promise<string>((done, fail) => {
        waiting = { what, done, fail }
      }),
  }
}

function wholeAnswer(got: Buffer) {
  const end = got.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = got.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('An answer in pieces is not understood here.')
  if (got.length < end + 4 + length) return undefined
  return { status: Number(head.slice(9, 12)), body: got.toString('utf8', end + 4, end + 4 + length) }
}
