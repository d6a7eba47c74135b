// Lists, counts, deep pages and single records, each as somebody with 0.01 %, with half and with a filter through a ref.

import { alternate, type Bench, compare } from '../compare.ts'
import { openLine } from '../load.ts'
import { narrow, type Person, through, wide } from '../people.ts'
import { perSecond } from '../report.ts'

const everyone = [narrow, wide, through]
const statuses = ['lead', 'prospect', 'customer', 'archived']
const statusOf = (n: number) => statuses[n % statuses.length] ?? 'lead'
const listPath = (n: number, more = '') =>
  `/api/contacts?where=${encodeURIComponent(JSON.stringify({ status: statusOf(n) }))}&sort=last_name&limit=50${more}`
const floorList = (n: number) => ({ path: `/list?status=${statusOf(n)}` })

export async function list(bench: Bench) {
  for (const person of everyone)
    await compare(bench, {
      work: 'list of 50, filtered and sorted',
      person,
      ours: n => ({ path: listPath(n) }),
      floor: floorList,
      share: 0.6,
    })
}

export async function count(bench: Bench) {
  for (const person of everyone)
    await compare(bench, {
      work: 'list of 50 with a capped count',
      person,
      ours: n => ({ path: listPath(n, '&count=true') }),
      floor: floorList,
      share: 0.4,
    })
}

/** Walks there as a reader would, in larger steps, and compares that page with the first. */
export async function deep({ ours, effort, report, place }: Bench) {
  const pages = Math.min(2000, Math.floor(place.size.contacts / 50 / 4))
  const path = '/api/contacts?sort=last_name'
  const line = await openLine(ours.base, wide.token)
  let after = ''
  for (let step = 0; step < pages / 4; step++)
    after = JSON.parse(await line.ask({ path: `${path}&columns=status&limit=200${after && `&after=${after}`}` })).next
  line.close()
  for (const connections of [1, 16]) {
    const ask = (where: string) => ({ base: ours.base, ask: () => ({ path: `${path}&limit=50${where}` }) })
    const found = await alternate(effort, { person: wide, connections, ours: ask(`&after=${after}`), floor: ask('') })
    const ratio = found.ours.perSecond / found.floor.perSecond
    report.line({
      work: `page ${pages.toLocaleString('en')} by cursor, against our page 1 (wide)`,
      connections,
      ours: perSecond(found.ours.perSecond),
      floor: perSecond(found.floor.perSecond),
      ratio,
      target: '≥ 0.9',
      ok: ratio >= 0.9,
    })
  }
}

export async function get(bench: Bench) {
  for (const person of everyone) {
    const ids = await someOf(bench, person)
    const one = (n: number) => ids[n % ids.length] ?? ''
    await compare(bench, {
      work: 'one record with its company',
      person,
      ours: n => ({ path: `/api/contacts/${one(n)}?include=company` }),
      floor: n => ({ path: `/get/${one(n)}` }),
      share: 0.4,
    })
  }
}

/** Contacts that somebody sees, from all over the table. */
export async function someOf({ ours }: Pick<Bench, 'ours'>, person: Person): Promise<readonly string[]> {
  const line = await openLine(ours.base, person.token)
  const { rows } = JSON.parse(await line.ask({ path: '/api/contacts?sort=email&columns=status&limit=200' }))
  line.close()
  return rows.map((row: { id: string }) => row.id)
}
