// One thing done to 100,000 records, and taken back: through jobs, in slices, each with its change rows. Against one
// UPDATE of the same rows, which no company with other people at work would run.

import { sql } from 'kysely'
import { startWorker } from '../child.ts'
import type { Bench } from '../compare.ts'
import { type Line, openLine } from '../load.ts'
import { wide } from '../people.ts'
import { seconds } from '../report.ts'

export async function long({ ours, place, report }: Bench) {
  const line = await openLine(ours.base, wide.token)
  const worker = startWorker(place.environment('ours'))
  const position = `Long ${Date.now().toString(36)}`
  const records = { where: place.size.contacts > 200_000 ? { status: 'customer' } : {} }
  const change = { object: 'contact', verb: 'edit', records, input: { position } }
  const done = await timed(async () => ended(line, await ask(line, '/api/bulk', change)))
  const { run } = await ask(line, `/api/batches/${done.run.batch}/undo`, {})
  const back = await timed(() => ended(line, { id: run }))
  line.close()
  await worker.stop()
  const floor = await byHand(place, done.run.changed, position)
  const count = done.run.changed.toLocaleString('en')
  report.line({ work: `change of ${count}, against one UPDATE`, ours: seconds(done.ms), ...against(done.ms, floor) })
  report.line({ work: `undo of ${count}, against one UPDATE`, ours: seconds(back.ms), ...against(back.ms, floor) })
}

const against = (ms: number, floor: number) => ({ floor: seconds(floor), ratio: ms / floor })

interface Run {
  readonly id: string
  readonly run: string
  readonly batch: string
  readonly status: string
  readonly changed: number
}

const ask = async (line: Line, path: string, body: object) =>
  JSON.parse(await line.ask({ method: 'POST', path, body })) as Run

/** Looks as the page does. */
async function ended(line: Line, { id }: Pick<Run, 'id'>): Promise<Run> {
  for (;;) {
    const run = JSON.parse(await line.ask({ path: `/api/bulk/${id}` })) as Run
    if (run.status === 'done') return run
    if (run.status !== 'running') throw new Error(`The run ended as ${run.status}.`)
    await new Promise(next => setTimeout(next, 250))
  }
}

async function timed(work: () => Promise<Run>) {
  const began = performance.now()
  const run = await work()
  return { run, ms: performance.now() - began }
}

async function byHand(place: Bench['place'], count: number, position: string) {
  const { db, close } = await place.open()
  try {
    const began = performance.now()
    await sql`update contacts set position = ${position}, updated_at = now(), version = version + 1
      where id in (select id from contacts where owner_id = ${wide.id}::uuid and deleted_at is null limit ${count})`.execute(
      db,
    )
    return performance.now() - began
  } finally {
    await close()
  }
}
