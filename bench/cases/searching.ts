// Contains-search in the list, and the one box over everything.

import { alternate, type Bench } from '../compare.ts'
import { load } from '../load.ts'
import { narrow, wide } from '../people.ts'
import { median, milliseconds, perSecond } from '../report.ts'

/** Parts of names and addresses: of one in ten, of a few, of nobody, and two at a time. */
const words = {
  'in many': ['mar', 'laur', 'ken', 'sophie'],
  'in few': ['99999', '77712', 'kowalski-zu', '31415'],
  'in none': ['qqzx', 'xylophon', 'wwwwww', 'zzz'],
  'two words': ['sophie laurent', 'anna ken', 'mar 777', 'olga terbaken'],
}

export async function search({ ours, floor, effort, report }: Bench) {
  for (const person of [narrow, wide])
    for (const [kind, texts] of Object.entries(words)) {
      const text = (n: number) => encodeURIComponent(texts[n % texts.length] ?? '')
      const found = await alternate(effort, {
        person,
        connections: 1,
        ours: { base: ours.base, ask: n => ({ path: `/api/contacts?search=${text(n)}&limit=50` }) },
        floor: { base: floor.base, ask: n => ({ path: `/search?search=${text(n)}` }) },
      })
      const ratio = found.ours.perSecond / found.floor.perSecond
      report.line({
        work: `contains-search, ${kind} (${person.name})`,
        connections: 1,
        ours: `${perSecond(found.ours.perSecond)}, p95 ${milliseconds(found.ours.p95)}`,
        floor: `${perSecond(found.floor.perSecond)}, p95 ${milliseconds(found.floor.p95)}`,
        ratio,
        target: '≥ 0.6, 20 ms',
        ok: ratio >= 0.6 && found.ours.p95 <= 20,
      })
    }
}

const typed = ['laurent', 'sophie', 'kowals', 'benali', 'terbak', 'martin']
const prefixes = typed.flatMap(word => [1, 2, 3, 4, 5, 6].map(length => word.slice(0, length)))
const mistyped = ['lauremt', 'sophei laurent', 'kowlaski', 'benalli', 'watanbe', 'schmitd']

export async function box(bench: Bench) {
  for (const person of [narrow, wide]) {
    await boxOf(bench, person, 'search box, 1 to 6 letters', prefixes, 30)
    await boxOf(bench, person, 'search box, with typos', mistyped, 150)
  }
}

async function boxOf(
  { ours, effort, report }: Bench,
  person: typeof wide,
  work: string,
  texts: readonly string[],
  most: number,
) {
  const ask = (n: number) => ({ path: `/api/search?q=${encodeURIComponent(texts[n % texts.length] ?? '')}` })
  const rounds = []
  for (let round = 0; round < effort.rounds; round++)
    rounds.push(
      await load({ base: ours.base, token: person.token, ask, connections: 1, milliseconds: effort.milliseconds }),
    )
  const p95 = median(rounds.map(found => found.p95))
  report.line({
    work: `${work} (${person.name})`,
    connections: 1,
    ours: `p50 ${milliseconds(median(rounds.map(found => found.p50)))}, p95 ${milliseconds(p95)}`,
    target: `p95 ${most} ms`,
    ok: p95 <= most,
  })
}
