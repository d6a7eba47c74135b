// Ours and the floor, one after the other and again, so that what else the computer does falls on both.

import type { Child } from './child.ts'
import { type Ask, load, type Measured } from './load.ts'
import type { Person } from './people.ts'
import type { Place } from './place.ts'
import { median, perSecond, type Report } from './report.ts'

export interface Effort {
  readonly rounds: number
  readonly milliseconds: number
}

export interface Bench {
  readonly place: Place
  readonly ours: Child
  readonly floor: Child
  readonly effort: Effort
  readonly report: Report
}

export interface Contender {
  readonly base: string
  readonly ask: (n: number) => Ask
}

export interface Pair {
  readonly person: Person
  readonly ours: Contender
  readonly floor: Contender
  readonly connections: number
}

/** Each round measures both; the middle of the rounds counts. */
export async function alternate(
  { rounds, milliseconds }: Effort,
  { person, connections, ...sides }: Pair,
): Promise<{ ours: Measured; floor: Measured }> {
  const measured = { ours: [] as Measured[], floor: [] as Measured[] }
  const run = (side: 'ours' | 'floor', time: number) =>
    load({ ...sides[side], token: person.token, connections, milliseconds: time })
  for (const side of ['ours', 'floor'] as const) await run(side, milliseconds / 2)
  for (let round = 0; round < rounds; round++) {
    measured.ours.push(await run('ours', milliseconds))
    measured.floor.push(await run('floor', milliseconds))
  }
  return { ours: middle(measured.ours), floor: middle(measured.floor) }
}

const middle = (all: readonly Measured[]): Measured => ({
  perSecond: median(all.map(one => one.perSecond)),
  p50: median(all.map(one => one.p50)),
  p95: median(all.map(one => one.p95)),
})

interface Compared {
  readonly work: string
  readonly person: Person
  readonly ours: (n: number) => Ask
  readonly floor: (n: number) => Ask
  readonly connections?: readonly number[]
  /** At least this part of the floor's rate; without it, only stated. */
  readonly share?: number
}

export async function compare(
  { ours, floor, effort, report }: Bench,
  { work, person, share, connections = [1, 16], ...asks }: Compared,
) {
  for (const count of connections) {
    const pair = {
      person,
      connections: count,
      ours: { base: ours.base, ask: asks.ours },
      floor: { base: floor.base, ask: asks.floor },
    }
    const found = await alternate(effort, pair)
    const ratio = found.ours.perSecond / found.floor.perSecond
    report.line({
      work: `${work} (${person.name})`,
      connections: count,
      ours: perSecond(found.ours.perSecond),
      floor: perSecond(found.floor.perSecond),
      ratio,
      ...(share === undefined ? {} : { target: `≥ ${share}`, ok: ratio >= share }),
    })
  }
}
