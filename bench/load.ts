// Asks a server as fast as it answers, over a number of kept connections.

import { Agent, request } from 'node:http'

export interface Ask {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
}

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly bytes: number
}

interface Load {
  readonly base: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ask: (n: number) => Ask
  readonly connections: number
  readonly milliseconds: number
}

/** Runs for a time, or until `ask` has nothing more. A status of 400 and more ends it: a wrong answer is no figure. */
export async function load({ base, headers = {}, ask, connections, milliseconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let bytes = 0
  let n = 0
  const started = performance.now()
  const worker = async () => {
    while (performance.now() - started < milliseconds) {
      const before = performance.now()
      bytes = await send(agent, base, headers, ask(n++))
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, p50: at(times, 0.5), p95: at(times, 0.95), bytes }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export function send(agent: Agent, base: string, headers: Readonly<Record<string, string>>, { method = 'GET', path, body }: Ask): Promise<number> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((done, fail) => {
    const sent = request(base + path, { agent, method, headers: { ...headers, ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}) } }, reply => {
      const parts: Buffer[] = []
      reply.on('data', part => parts.push(part))
      reply.on('end', () => {
        const answer = Buffer.concat(parts)
        if ((reply.statusCode ?? 500) < 400) done(answer.length)
        else fail(new Error(`${method} ${path}: ${reply.statusCode} ${answer.toString().slice(0, 300)}`))
      })
    })
    sent.on('error', fail)
    sent.end(text)
  })
}
