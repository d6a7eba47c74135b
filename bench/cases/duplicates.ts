// Duplicates: how right what is found is, of labelled people; how long it takes to compare everybody; and how soon
// somebody is told who writes a person down again.

import { sql } from 'kysely'
import { systemActor } from '#kernel/server/access/actor.ts'
import { readConfig } from '#kernel/server/config.ts'
import { runOn } from '#kernel/server/duplicates/jobs.ts'
import { readRules } from '#kernel/server/duplicates/rules.ts'
import { getRun } from '#kernel/server/duplicates/runs.ts'
import { beginScan } from '#kernel/server/duplicates/scan.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { contact } from '#modules/crm/contact.ts'
import { openApp } from '../../apps/open-app.ts'
import { labelled, qualityOf, traitsOf } from '../../tests/labelled.ts'
import { memoryOf } from '../child.ts'
import type { Bench } from '../compare.ts'
import { load } from '../load.ts'
import { admin } from '../people.ts'
import { median, megabytes, milliseconds, type Report, seconds } from '../report.ts'

export async function duplicates({ place, ours, effort, report }: Bench) {
  quality(report)
  const app = await openApp(readConfig({ ...process.env, ...place.environment('ours'), LOG_LEVEL: 'error' }))
  try {
    await scan(app.kernel, report)
    const { rows } = await sql<{ first_name: string; last_name: string; email: string; company: string }>`
      select first_name, last_name, email, company from contacts where email is not null limit 500`.execute(
      app.kernel.database.db,
    )
    const draft = (n: number) => ({
      first_name: rows[n % rows.length]?.first_name,
      last_name: rows[n % rows.length]?.last_name,
      company: rows[n % rows.length]?.company,
      email: `${n}${rows[n % rows.length]?.email}`,
    })
    const ask = (n: number) => ({ method: 'POST', path: '/api/contacts/alike', body: { draft: draft(n) } })
    const typed = await load({
      base: ours.base,
      token: admin.token,
      ask,
      connections: 1,
      milliseconds: effort.milliseconds * 2,
    })
    report.line({
      work: 'who is there already, while somebody types (p95)',
      connections: 1,
      ours: milliseconds(typed.p95),
      target: '≤ 50 ms',
      ok: typed.p95 <= 50,
    })
    await sql`truncate alike_keys, alike_pairs, alike_runs`.execute(app.kernel.database.db)
  } finally {
    await app.close()
  }
}

function quality(report: Report) {
  const { name, alike } = contact
  if (!alike) return
  const rules = readRules(name, alike)
  for (const seed of [11, 12, 13]) {
    const records = labelled(6000, seed)
    const profiles = records.map((record, at) => rules.profile(String(at), traitsOf(record)))
    const blocks = new Map<number, number[]>()
    for (const [at, profile] of profiles.entries())
      for (const key of rules.keys(profile)) blocks.set(key, [...(blocks.get(key) ?? []), at])
    const pairs = new Map(
      [...blocks.values()].flatMap(ids =>
        ids.flatMap((a, at) => ids.slice(at + 1).map(b => [`${a} ${b}`, [a, b] as const])),
      ),
    )
    const found = [...pairs.values()].filter(([a, b]) => {
      const [one, other] = [profiles[a], profiles[b]]
      return one && other && rules.match(one, other).score >= rules.alike.threshold
    })
    const { precision, recall, f1 } = qualityOf(records, found)
    const share = (value: number) => value.toFixed(3)
    report.line({
      work: `duplicates of ${records.length.toLocaleString('en')} labelled people: precision ${share(precision)}, recall ${share(recall)}`,
      ours: `F1 ${share(f1)}`,
      target: '≥ 0.95',
      ok: f1 >= 0.95,
    })
  }
}

/** The floor reads what is compared, once, and does nothing with it. */
async function scan(kernel: Kernel, report: Report) {
  const { db } = kernel.database
  await sql`truncate alike_keys, alike_pairs, alike_runs`.execute(db)
  const floors: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    await sql`select sum(length(t.first_name) + length(t.last_name) + length(t.email) + length(t.phone) + length(c.name)), (select sum(length(address)) from contact_emails)
      from contacts t left join companies c on c.id = t.company where t.deleted_at is null`.execute(db)
    floors.push(performance.now() - began)
  }
  const run = await beginScan(
    kernel,
    { actor: systemActor(kernel.locale), source: 'api' },
    kernel.models.get(contact.name),
  )
  let most = 0
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(process.pid).now)
  }, 200)
  const began = performance.now()
  await runOn(kernel, run.id, new AbortController().signal)
  const took = performance.now() - began
  clearInterval(sampling)
  const { done, found, left_out } = await getRun(db, run.id)
  const floor = median(floors)
  report.line({
    work: `comparing ${done.toLocaleString('en')} contacts with each other; the floor reads them once`,
    ours: seconds(took),
    floor: seconds(floor),
    ratio: took / floor,
    target: '≤ 600 s',
    ok: took <= 600_000,
  })
  report.line({
    work: `  found ${found.toLocaleString('en')} pairs; ${left_out.toLocaleString('en')} crowded values left out; memory`,
    ours: megabytes(most),
    target: '≤ 400 MB',
    ok: most <= 400 * 2 ** 20,
  })
}
