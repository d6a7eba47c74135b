// `npm run bench`: our figures beside the floor's, measured in one run. `--quick` for a smaller company and shorter
// rounds, `--contacts 200000` for a company of a size, `--only list,search` for some of the work, `--engine embedded`
// for one of the two databases.

import { parseArgs } from 'node:util'
import { startPostgres } from '../tests/postgres.ts'
import { bytes } from './cases/bytes.ts'
import { dashboard, dashboardGrowth } from './cases/dashboard.ts'
import { duplicates } from './cases/duplicates.ts'
import { fields } from './cases/fields.ts'
import { footprint } from './cases/footprint.ts'
import { growth } from './cases/growth.ts'
import { imported } from './cases/import.ts'
import { install } from './cases/install.ts'
import { live } from './cases/live.ts'
import { long } from './cases/long.ts'
import { plans } from './cases/plans.ts'
import { count, deep, get, list } from './cases/reading.ts'
import { box, search } from './cases/searching.ts'
import { bulk, create, update } from './cases/writing.ts'
import { startFloor, startOurs } from './child.ts'
import type { Bench } from './compare.ts'
import { embeddedPlace, type Place, postgresPlace } from './place.ts'
import { openReport } from './report.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    engine: { type: 'string' },
    contacts: { type: 'string' },
  },
})
const only = options.only?.split(',')
const isWanted = (name: string) => only?.includes(name) ?? true
const effort = options.quick ? { rounds: 3, milliseconds: 400 } : { rounds: 5, milliseconds: 1200 }
const report = openReport(text => void process.stdout.write(text))

/** What reads comes first: what is written leaves its traces. */
const reading = { list, count, deep, get, search, box }
const writing = { create, update, bulk }
const onPostgres = { ...reading, dashboard, plans, duplicates, ...writing, long, live, bytes }

async function measure(
  place: Place,
  cases: Readonly<Record<string, (bench: Bench) => Promise<void>>>,
  more: (bench: Bench) => Promise<void> = async () => {},
) {
  const chosen = Object.entries(cases).filter(([name]) => isWanted(name))
  const [ours, floor] = [await startOurs(place.environment('ours')), await startFloor(place.environment('floor'))]
  const bench = { place, ours, floor, effort, report }
  try {
    for (const [, run] of chosen) await run(bench)
    await more(bench)
  } finally {
    await ours.stop()
    await floor.stop()
  }
  if (isWanted('footprint')) await footprint(place, bench)
  await place.remove()
}

/** As a company runs it: what was acknowledged is on the disk. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

async function measurePostgres() {
  const contacts = Number(options.contacts ?? (options.quick ? 100_000 : 1_000_000))
  const server = await startPostgres({
    ...durable,
    shared_buffers: '1GB',
    maintenance_work_mem: '512MB',
    max_wal_size: '8GB',
  })
  try {
    report.section(`PostgreSQL, ${contacts.toLocaleString('en')} contacts`)
    const place = await postgresPlace(server.url, { contacts, companies: contacts / 20 })
    await measure(place, onPostgres, async bench => {
      if (isWanted('growth')) await growth(bench, server.url)
      if (isWanted('dashboard')) await dashboardGrowth(bench, server.url)
    })
    if (isWanted('fields')) await fields(server.url, effort, report)
  } finally {
    await server.stop()
  }
  if (isWanted('import')) await imported(options.quick ? 20_000 : 100_000, options.quick ? 1 : 3, report)
}

async function measureEmbedded() {
  const contacts = options.quick ? 20_000 : 100_000
  report.section(`Embedded, ${contacts.toLocaleString('en')} contacts`)
  await measure(await embeddedPlace({ contacts, companies: contacts / 20 }), { ...reading, ...writing })
}

const { engine } = options
if (engine !== 'embedded') await measurePostgres()
if (engine !== 'postgres') await measureEmbedded()
if (isWanted('install')) {
  report.section('The program')
  await install(report)
}
process.stdout.write(report.below.length ? `\n${report.below.length} below target.\n` : '\nEverything at its target.\n')
process.exit(report.below.length ? 1 : 0)
