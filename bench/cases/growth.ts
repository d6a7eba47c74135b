// The same work in a company of a thousand contacts and in the large one, in turns.

import { startOurs } from '../child.ts'
import { alternate, type Bench } from '../compare.ts'
import type { Ask } from '../load.ts'
import { wide } from '../people.ts'
import { passingPlace } from '../place.ts'
import { milliseconds } from '../report.ts'
import { someOf } from './reading.ts'
import { newContact } from './writing.ts'

export async function growth(bench: Bench, url: string) {
  const { ours, effort, report, place } = bench
  const small = await passingPlace(url, { contacts: 1000, companies: 50 })
  const few = await startOurs(small.environment('ours'))
  try {
    const ids = { many: await someOf(bench, wide), few: await someOf({ ours: few }, wide) }
    const list = () => ({ path: `/api/contacts?where=${encodeURIComponent('{"status":"lead"}')}&sort=last_name` })
    const get = (some: readonly string[]) => (n: number) => ({
      path: `/api/contacts/${some[n % some.length]}?include=company`,
    })
    const create = () => ({ method: 'POST', path: '/api/contacts', body: newContact() })
    const works: Readonly<Record<string, readonly [(n: number) => Ask, (n: number) => Ask]>> = {
      list: [list, list],
      'one record': [get(ids.many), get(ids.few)],
      create: [create, create],
    }
    for (const [name, [many, one]] of Object.entries(works)) {
      const found = await alternate(effort, {
        person: wide,
        connections: 1,
        ours: { base: ours.base, ask: many },
        floor: { base: few.base, ask: one },
      })
      const ratio = found.ours.p50 / found.floor.p50
      const work = `${name}: ${place.size.contacts.toLocaleString('en')} contacts, against 1,000 (wide)`
      report.line({
        work,
        connections: 1,
        ours: milliseconds(found.ours.p50),
        floor: milliseconds(found.floor.p50),
        ratio,
        target: '≤ 1.2',
        ok: ratio <= 1.2,
      })
    }
  } finally {
    await few.stop()
    await small.remove()
  }
}
