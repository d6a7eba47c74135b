// `npm run bench`: our figures beside the floor's, measured in one run. `--quick` for a smaller company and shorter
// rounds, `--only list,search` for some of the work, `--engine embedded` for one of the two databases.

import { parseArgs } from 'node:util'
import { startPostgres } from '../tests/postgres.ts'
import { box, search } from './cases/searching.ts'
import { count, deep, get, list } from './cases/reading.ts'
import { bulk, create, update } from './cases/writing.ts'
import { startChild } from './child.ts'
import type { Bench } from './compare.ts'
import { embeddedPlace, type Place, postgresPlace } from './place.ts'
import { openReport } from './report.ts'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, engine: { type: 'string' } },
})
const cases: Readonly<Record<string, (bench: Bench) => Promise<void>>> = { list, count, deep, get, search, box, create, update, bulk }
const only = options.only?.split(',')
const chosen = Object.entries(cases).filter(([name]) => only?.includes(name) ?? true)
const effort = options.quick ? { rounds: 3, milliseconds: 500 } : { rounds: 5, milliseconds: 1500 }
const report = openReport(text => void process.stdout.write(text))
const wanted = (engine: string) => (options.engine ?? engine) === engine

async function measure(place: Place) {
  const ours = await startChild(['bench/ours.ts'], place.environment('ours'))
  const floor = await startChild(['bench/floor.ts'], place.environment('floor'))
  try {
    for (const [, run] of chosen) await run({ place, ours, floor, effort, report })
  } finally {
    await ours.stop()
    await floor.stop()
    await place.remove()
  }
}

if (wanted('postgres')) {
  const server = await startPostgres({ shared_buffers: '1GB', maintenance_work_mem: '512MB', max_wal_size: '8GB' })
  const contacts = options.quick ? 100_000 : 1_000_000
  try {
    report.section(`PostgreSQL, ${contacts.toLocaleString('en')} contacts`)
    await measure(await postgresPlace(server.url, { contacts, companies: contacts / 20 }))
  } finally {
    await server.stop()
  }
}
if (wanted('embedded')) {
  const contacts = options.quick ? 20_000 : 100_000
  report.section(`Embedded, ${contacts.toLocaleString('en')} contacts`)
  await measure(await embeddedPlace({ contacts, companies: contacts / 20 }))
}
process.stdout.write(report.below.length ? `\n${report.below.length} below target.\n` : '\nEverything at its target.\n')
process.exit(report.below.length ? 1 : 0)
