// How soon others hear of a change while two hundred a second are written, and what a thousand who listen cost.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Bench } from '../compare.ts'
import { load, openLine, percentiles } from '../load.ts'
import { admin, reps, wide } from '../people.ts'
import { median, milliseconds } from '../report.ts'

const writesPerSecond = 200
const listeners = 1000

export async function live({ ours, effort, report }: Bench) {
  const line = await openLine(ours.base, admin.token)
  const where = encodeURIComponent(JSON.stringify({ owner_id: { in: reps.map(({ id }) => id) } }))
  const { rows } = JSON.parse(
    await line.ask({ path: `/api/contacts?where=${where}&sort=email&columns=owner_id&limit=200` }),
  )
  line.close()
  const ids: string[] = rows.map((row: { id: string }) => row.id)
  const time = effort.milliseconds * 2
  const alone: number[] = []
  const together: number[] = []
  const heard: number[] = []
  for (let round = 0; round < Math.min(3, effort.rounds); round++) {
    alone.push((await whileWriting(ours.base, ids, time)).list)
    const ears = await openEars(ours.base)
    const { list, written } = await whileWriting(ours.base, ids, time)
    together.push(list)
    heard.push(...latencies(written, await ears.stop()))
  }
  const { p50, p95 } = percentiles(heard)
  const ratio = median(together) / median(alone)
  report.line({
    work: `change to reader at ${writesPerSecond} writes/s, ${listeners.toLocaleString('en')} listeners`,
    ours: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
    target: 'p95 300 ms',
    ok: heard.length > 0 && p95 <= 300,
  })
  report.line({
    work: `list at ${writesPerSecond} writes/s: ${listeners.toLocaleString('en')} listeners, against none`,
    connections: 1,
    ours: milliseconds(median(together)),
    floor: milliseconds(median(alone)),
    ratio,
    target: '≤ 1.2',
    ok: ratio <= 1.2,
  })
}

type Times = Readonly<Record<string, number>>

async function whileWriting(base: string, ids: readonly string[], time: number) {
  const writing = writeSteadily(base, ids, time)
  const list = await load({
    base,
    token: wide.token,
    connections: 1,
    milliseconds: time,
    ask: () => ({ path: '/api/contacts?sort=last_name&limit=50' }),
  })
  return { list: list.p50, written: await writing }
}

/** By the clock and not by the answers: a server that is slow is asked no less. */
async function writeSteadily(base: string, ids: readonly string[], time: number): Promise<Times> {
  const lines = await Promise.all(Array.from({ length: 20 }, () => openLine(base, admin.token)))
  const written: Record<string, number> = {}
  const started = now()
  let n = 0
  await Promise.all(
    lines.map(async line => {
      while (now() - started < time) {
        const due = started + (n++ * 1000) / writesPerSecond
        await new Promise(next => setTimeout(next, Math.max(0, due - now())))
        const at = now()
        const row = JSON.parse(
          await line.ask({
            method: 'PATCH',
            path: `/api/contacts/${ids[n % ids.length]}`,
            body: { position: `Live ${at} ${n}` },
          }),
        )
        written[`${row.id} ${row.version}`] = at
      }
      line.close()
    }),
  )
  return written
}

async function openEars(base: string) {
  const child = fork(`${import.meta.dirname}/../ears.ts`, {
    env: { ...process.env, BASE: base, LISTENERS: String(listeners) },
  })
  await once(child, 'message')
  return {
    async stop(): Promise<Readonly<Record<string, readonly number[]>>> {
      await new Promise(next => setTimeout(next, 1000))
      child.send('stop')
      const [heard] = await once(child, 'message')
      return heard
    },
  }
}

/** From the moment that the write was sent; a record that changed twice at once is told once, with its last version. */
const latencies = (written: Times, heard: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(heard).flatMap(([key, times]) => {
    const at = written[key]
    return at === undefined ? [] : times.map(time => time - at)
  })

const now = () => performance.timeOrigin + performance.now()
