// A dashboard of ten tiles, against the same ten numbers by SQL written by hand, as many at once; and how both grow.

import { type RawBuilder, sql } from 'kysely'
import type { Chart } from '#kernel/schema/chart.ts'
import type { Database } from '#kernel/server/database/database.ts'
import { type Child, startOurs } from '../child.ts'
import type { Bench } from '../compare.ts'
import { openLine } from '../load.ts'
import { admin, type Person, wide } from '../people.ts'
import { type Place, passingPlace } from '../place.ts'
import { median, milliseconds, type Report } from '../report.ts'

const lately = { field: 'created_at', during: { last: '12 months' } }
const since = sql`t.created_at >= date_trunc('day', now()) - interval '12 months' and t.created_at < date_trunc('day', now()) + interval '1 day'`
const month = sql`date_trunc('month', t.created_at at time zone 'UTC')`

/** What is asked, and the best that we know how to write for it. */
const tiles: readonly (readonly [Omit<Chart, 'object'>, (seen: RawBuilder<unknown>) => RawBuilder<unknown>])[] = [
  [{}, seen => sql`select count(*) from contacts as t where ${seen}`],
  [{ where: { status: 'lead' } }, seen => sql`select count(*) from contacts as t where ${seen} and t.status = 'lead'`],
  [{ by: ['status'] }, seen => sql`select t.status, count(*) from contacts as t where ${seen} group by 1`],
  [{ by: ['subscribed'] }, seen => sql`select t.subscribed, count(*) from contacts as t where ${seen} group by 1`],
  [{ period: lately }, seen => sql`select count(*) from contacts as t where ${seen} and ${since}`],
  [
    { by: ['created_at:month'], period: lately },
    seen => sql`select ${month}, count(*) from contacts as t where ${seen} and ${since} group by 1`,
  ],
  [
    { by: ['company'] },
    seen =>
      sql`select t.company, count(*), count(*) over () from contacts as t where ${seen} group by 1 order by 2 desc limit 24`,
  ],
  [
    { measure: { share: { status: 'customer' } } },
    seen => sql`select avg((t.status = 'customer')::int) from contacts as t where ${seen}`,
  ],
  [
    { measure: { average: { from: 'created_at' } }, by: ['status'] },
    seen =>
      sql`select t.status, avg(extract(epoch from now() - t.created_at)) from contacts as t where ${seen} group by 1`,
  ],
  [
    { by: ['status', 'created_at:quarter'] },
    seen =>
      sql`select t.status, date_trunc('quarter', t.created_at at time zone 'UTC'), count(*) from contacts as t where ${seen} group by grouping sets ((1, 2), (1), (2), ())`,
  ],
]

const charts = Object.fromEntries(tiles.map(([chart], at) => [at, { object: 'contact', ...chart }]))

export async function dashboard({ place, ours, effort, report }: Bench) {
  for (const person of [wide, admin]) await beside(place, ours, person, effort.rounds, report)
}

/** The same in a smaller company: how long it takes there, to be looked at beside the large one. */
export async function dashboardGrowth({ effort, report }: Bench, url: string) {
  for (const contacts of [1000, 100_000]) {
    const small = await passingPlace(url, { contacts, companies: contacts / 20 })
    const few = await startOurs(small.environment('ours'))
    await beside(small, few, admin, effort.rounds, report)
    await few.stop()
    await small.remove()
  }
}

async function beside(place: Place, ours: Child, person: Person, rounds: number, report: Report) {
  const database = await place.open()
  const line = await openLine(ours.base, person.token)
  const times = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const [our, floor] = [
      await timed(() => line.ask({ method: 'POST', path: '/api/charts', body: { charts } })),
      await timed(() => byHand(database, person)),
    ]
    // The first of each warms up.
    if (round > 0) times.ours.push(our)
    if (round > 0) times.floor.push(floor)
  }
  line.close()
  await database.close()
  const [our, floor] = [median(times.ours), median(times.floor)]
  report.line({
    work: `ten tiles over ${place.size.contacts.toLocaleString('en')} contacts (${person.name})`,
    connections: 1,
    ours: milliseconds(our),
    floor: milliseconds(floor),
    ratio: our / floor,
    // Of a thousand, what is asked takes longer to read than to answer.
    ...(place.size.contacts > 10_000 ? { target: '≤ 1.6', ok: our / floor <= 1.6 } : {}),
  })
}

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function byHand({ db }: Database, person: Person) {
  const own = person === admin ? sql`true` : sql`t.owner_id = ${person.id}`
  const waiting = tiles.map(([, by]) => by(sql`t.deleted_at is null and ${own}`))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.execute(db)
  }
  await Promise.all([work(), work(), work()])
}
