// What the program itself takes: memory, time to start.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { memoryOf } from '../child.ts'
import type { Bench } from '../compare.ts'
import { load } from '../load.ts'
import { wide } from '../people.ts'
import type { Place } from '../place.ts'
import { median, megabytes, type Report, seconds } from '../report.ts'
import { newContact } from './writing.ts'

/** The most that each may be; embedded is stated only. */
const limits = {
  postgres: { start: 1000, idle: 150 * 2 ** 20, busy: 300 * 2 ** 20 },
  embedded: { start: 2500, idle: 0, busy: 0 },
}

/** With the floor's and our other processes gone, on what they leave behind. */
export async function footprint(place: Place, { report, effort }: Pick<Bench, 'report' | 'effort'>) {
  const starts: number[] = []
  for (let round = 0; round < 3; round++) {
    const served = await serve(place)
    starts.push(served.started)
    if (round === 2) await memory(place, served, report, effort.milliseconds * 4)
    await served.stop()
  }
  const start = median(starts)
  report.line({
    work: 'start, until it takes requests',
    ours: seconds(start),
    target: `≤ ${seconds(limits[place.kind].start)}`,
    ok: start <= limits[place.kind].start,
  })
}

async function memory({ kind }: Place, { base, pid }: Served, report: Report, time: number) {
  await new Promise(next => setTimeout(next, 3000))
  line(report, 'memory, idle', memoryOf(pid).now, limits[kind].idle)
  let most = 0
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(pid).now)
  }, 50)
  const list = { path: '/api/contacts?sort=last_name&limit=200' }
  const ask = (n: number) => (n % 4 ? list : { method: 'POST', path: '/api/contacts', body: newContact() })
  await load({ base, token: wide.token, ask, connections: 16, milliseconds: time })
  clearInterval(sampling)
  line(report, 'memory, while 16 connections list 200 and create', most, limits[kind].busy)
}

function line(report: Report, work: string, bytes: number, most: number) {
  report.line({ work, ours: megabytes(bytes), ...(most ? { target: `≤ ${megabytes(most)}`, ok: bytes <= most } : {}) })
}

interface Served {
  readonly base: string
  readonly pid: number
  readonly started: number
  stop(): Promise<void>
}

async function serve(place: Place): Promise<Served> {
  const port = await freePort()
  const before = performance.now()
  const child = spawn(process.execPath, ['bin/rapport.js', 'serve'], {
    env: { ...process.env, ...place.environment('ours'), PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const base = `http://127.0.0.1:${port}`
  while (!(await isReady(base))) {
    if (child.exitCode !== null) throw new Error('The server ended before it answered.')
    await new Promise(next => setTimeout(next, 10))
  }
  const started = performance.now() - before
  return {
    base,
    pid: child.pid ?? 0,
    started,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const isReady = (base: string) =>
  fetch(`${base}/readyz`, { headers: { connection: 'close' } }).then(
    ({ status }) => status === 200,
    () => false,
  )

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}
