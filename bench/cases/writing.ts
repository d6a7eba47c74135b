// Creating, changing and changing many, each with its change rows and its job, as who owns half of all.

import { type Bench, compare } from '../compare.ts'
import { id } from '../fill.ts'
import { openLine } from '../load.ts'
import { wide } from '../people.ts'
import { perSecond } from '../report.ts'
import { someOf } from './reading.ts'

/** Another in every run against the same database. */
const run = Date.now().toString(36)
let made = 0

export const newContact = () => {
  const n = ++made
  return {
    first_name: 'Nadia',
    last_name: `Of the bench ${n % 997}`,
    company: id(1 + (n % 50), '1'),
    email: `nadia.${run}.${n}@bench.example`,
  }
}

/** Against all of it in one statement, and, to see what is ours, against one statement after the other. */
export async function create(bench: Bench) {
  const ours = () => ({ method: 'POST', path: '/api/contacts', body: newContact() })
  const at = (path: string) => () => ({ method: 'POST', path, body: newContact() })
  await compare(bench, {
    work: 'create: record, address, change rows, job',
    person: wide,
    ours,
    floor: at('/create'),
    share: 0.5,
  })
  await compare(bench, { work: 'create, floor in six statements', person: wide, ours, floor: at('/create-in-steps') })
}

export async function update(bench: Bench) {
  const ids = await someOf(bench, wide)
  const change = (n: number) => ({ position: `Position ${run} ${n}` })
  const one = (n: number) => ids[n % ids.length] ?? ''
  await compare(bench, {
    work: 'update: record, change row, job',
    person: wide,
    ours: n => ({ method: 'PATCH', path: `/api/contacts/${one(n)}`, body: change(n) }),
    floor: n => ({ method: 'PATCH', path: `/update/${one(n)}`, body: change(n) }),
    share: 0.5,
  })
}

/** The same change to many records in one request, against one request each. */
export async function bulk(bench: Bench) {
  const { ours, place, report } = bench
  const count = Math.min(10_000, place.size.contacts / 10)
  const line = await openLine(ours.base, wide.token)
  const ids: string[] = []
  for (let after = ''; ids.length < count; ) {
    const page = JSON.parse(
      await line.ask({ path: `/api/contacts?sort=created_at&columns=status&limit=200${after && `&after=${after}`}` }),
    )
    ids.push(...page.rows.map((row: { id: string }) => row.id))
    after = page.next
  }
  const ones = ids.slice(0, 300)
  const startedOnes = performance.now()
  for (const [n, one] of ones.entries())
    await line.ask({ method: 'PATCH', path: `/api/contacts/${one}`, body: { position: `One by one ${n}` } })
  const oneByOne = ones.length / (performance.now() - startedOnes)
  const startedBulk = performance.now()
  await line.ask({
    method: 'PATCH',
    path: '/api/contacts',
    body: { ids: ids.slice(0, count), patch: { position: `Together ${run}` } },
  })
  const together = count / (performance.now() - startedBulk)
  line.close()
  const times = together / oneByOne
  report.line({
    work: `update of ${count.toLocaleString('en')} at once, against one by one (wide)`,
    connections: 1,
    ours: `${perSecond(together * 1000)} records`,
    floor: perSecond(oneByOne * 1000),
    ratio: times,
    target: '≥ 20',
    ok: times >= 20,
  })
}
