// Fields that an administrator added, over all objects: a list that does not show them takes no longer for them.

import { startOurs } from '../child.ts'
import { alternate, type Effort } from '../compare.ts'
import { openLine } from '../load.ts'
import { admin, wide } from '../people.ts'
import { passingPlace } from '../place.ts'
import { milliseconds, type Report } from '../report.ts'

const columns = 'first_name,last_name,company,status,email'
const path = `/api/contacts?where=${encodeURIComponent('{"status":"lead"}')}&sort=last_name&columns=${columns}`
const objects = [
  'contact',
  'company',
  'deal',
  'task',
  'note',
  'contact_email',
  'contact_phone',
  'stage',
  'pipeline',
  'lost_reason',
]
const types = ['text', 'number', 'date', 'flag']

/** Beside a second company that has none, in turns: what else the computer does falls on both. */
export async function fields(url: string, effort: Effort, report: Report) {
  const size = { contacts: 5000, companies: 500 }
  const [plain, extended] = [await passingPlace(url, size), await passingPlace(url, size)]
  const [without, having] = [await startOurs(plain.environment('ours')), await startOurs(extended.environment('ours'))]
  try {
    let added = 0
    for (const count of [10, 100, 1000]) {
      added = await addFields(having.base, added, count)
      const ask = (base: string) => ({ base, ask: () => ({ path }) })
      const found = await alternate(effort, {
        person: wide,
        connections: 1,
        ours: ask(having.base),
        floor: ask(without.base),
      })
      const ratio = found.ours.p50 / found.floor.p50
      const work = `list, with ${count.toLocaleString('en')} custom fields over all objects; without`
      report.line({
        work,
        connections: 1,
        ours: milliseconds(found.ours.p50),
        floor: milliseconds(found.floor.p50),
        ratio,
        target: '≤ 1.1',
        ok: ratio <= 1.1,
      })
    }
  } finally {
    for (const child of [without, having]) await child.stop()
    for (const place of [plain, extended]) await place.remove()
  }
}

async function addFields(base: string, from: number, to: number) {
  const line = await openLine(base, admin.token)
  for (let at = from; at < to; at += 50) {
    const some = Array.from({ length: Math.min(50, to - at) }, (_, n) => fieldOf(at + n))
    await line.ask({ method: 'POST', path: '/api/custom_fields', body: some })
  }
  line.close()
  return to
}

const fieldOf = (n: number) => ({
  object: objects[n % objects.length],
  name: `c_field_${n}`,
  label: `Field ${n}`,
  type: types[Math.floor(n / objects.length) % types.length],
})
