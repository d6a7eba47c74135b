// Creating, changing and changing many, each with its change rows and its job, as who owns half of all.

import { type Bench, compare } from '../compare.ts'
import { id } from '../fill.ts'
import { type Line, openLine } from '../load.ts'
import { wide } from '../people.ts'
import { median, perSecond } from '../report.ts'
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

/** The same change to many records in one request, against one request each, and against one statement by hand. */
export async function bulk(bench: Bench) {
  const { ours, floor, place, report } = bench
  const count = Math.min(10_000, place.size.contacts / 10)
  const work = `update of ${count.toLocaleString('en')} at once`
  const [line, bare] = [await openLine(ours.base, wide.token), await openLine(floor.base, wide.token)]
  const ids = await firstIds(line, count)
  const rateOf = async (records: number, run: () => Promise<unknown>) => {
    const began = performance.now()
    await run()
    return (records / (performance.now() - began)) * 1000
  }
  const rates = { ones: [] as number[], together: [] as number[], byHand: [] as number[] }
  for (let round = 0; round < 3; round++) {
    const position = `Together ${run} ${round}`
    rates.ones.push(
      await rateOf(300, async () => {
        for (const [n, one] of ids.slice(0, 300).entries())
          await line.ask({ method: 'PATCH', path: `/api/contacts/${one}`, body: { position: `One ${round} ${n}` } })
      }),
    )
    rates.together.push(
      await rateOf(count, () =>
        line.ask({ method: 'PATCH', path: '/api/contacts', body: { ids, patch: { position } } }),
      ),
    )
    rates.byHand.push(
      await rateOf(count, () =>
        bare.ask({ method: 'POST', path: '/update-many', body: { ids, position: `${position} by hand` } }),
      ),
    )
  }
  line.close()
  bare.close()
  const [ones, together, byHand] = [median(rates.ones), median(rates.together), median(rates.byHand)]
  const said = { connections: 1, ours: `${perSecond(together)} records` }
  const times = together / ones
  report.line({
    ...said,
    work: `${work}, against one by one (wide)`,
    floor: perSecond(ones),
    ratio: times,
    target: '≥ 20',
    ok: times >= 20,
  })
  report.line({
    ...said,
    work: `${work}, against one statement by hand`,
    floor: perSecond(byHand),
    ratio: together / byHand,
  })
  report.line({
    work: 'by hand: one statement, against one by one of ours',
    ours: perSecond(byHand),
    ratio: byHand / ones,
  })
}

async function firstIds(line: Line, count: number) {
  const ids: string[] = []
  for (let after = ''; ids.length < count; ) {
    const page = JSON.parse(
      await line.ask({ path: `/api/contacts?sort=created_at&columns=status&limit=200${after && `&after=${after}`}` }),
    )
    ids.push(...page.rows.map((row: { id: string }) => row.id))
    after = page.next
  }
  return ids.slice(0, count)
}
