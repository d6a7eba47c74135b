import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '#kernel/server/access/actor.ts'
import { deal } from '#modules/sales/deal.ts'
import { stage } from '#modules/sales/pipeline.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { currencyRate } from '../../objects/currency-rate.ts'
import type { Job, JobCtx } from '../actions/behaviours.ts'
import { inContext } from '../actions/open-context.ts'
import { makeOutbound } from '../fetch/outbound.ts'
import { runJob } from '../jobs/run-job.ts'
import type { Kernel } from '../kernel.ts'
import { valueAnew } from './rates.ts'
import { ratesJobs } from './rates-feed.ts'
import { totalsOf } from './totals.ts'

let kernel: Kernel
let sent: { job: string; data: Readonly<Record<string, unknown>> }[] = []
let start: string
beforeAll(async () => {
  const base = await testKernel()
  kernel = Object.create(base, {
    queue: {
      value: {
        send: async (_: unknown, job: string, data: never[]) =>
          void sent.push(...data.map(each => ({ job, data: each }))),
      },
    },
  })
  start = (await make(kernel, stage)).id
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const run = (job: Job, data = {}) => {
  const transaction: JobCtx['transaction'] = work => asSystem(kernel, work)
  return job.run({ kernel, transaction, finish: transaction, signal: new AbortController().signal } as JobCtx, data)
}
/** What was put into the queue, done. */
const work = async () => {
  const jobs = sent
  sent = []
  for (const { data } of jobs) await run(valueAnew, data)
}
const rate = (currency: string, day: string, worth: number) =>
  asSystem(kernel, ctx => ctx.create(currencyRate, [{ currency, day, rate: worth }]))
const offer = async (title: string, day: string, amount: string, currency: string) => {
  const then: Kernel = Object.create(kernel, { clock: { value: () => new Date(`${day}T12:00:00Z`) } })
  await inContext(then, { actor: systemActor(kernel.locale), source: 'command' }, ctx =>
    ctx.create(deal, [{ title, stage: start, value: { amount, currency } }]),
  )
}
const worths = async (currency: string) => {
  const { rows } = await sql<{ title: string; base: string | null }>`select title, value_base::text as base from deals
    where value_currency = ${currency} order by title`.execute(kernel.database.db)
  return Object.fromEntries(rows.map(({ title, base }) => [title, base]))
}

it('values an amount by the rate of the day on which it was written, also when that comes or changes later', async () => {
  await offer('a march', '2026-03-10', '100', 'GBP')
  await offer('b may', '2026-05-10', '100', 'GBP')
  expect(await worths('GBP')).toEqual({ 'a march': null, 'b may': null })
  await rate('GBP', '2026-04-01', 1.25)
  await work()
  expect(await worths('GBP')).toEqual({ 'a march': '125.0000', 'b may': '125.0000' })
  const [may] = await rate('gbp', '2026-05-01', 1.3)
  await work()
  expect(await worths('GBP')).toEqual({ 'a march': '125.0000', 'b may': '130.0000' })
  await asSystem(kernel, async ctx =>
    ctx.update(currencyRate, await ctx.byIds(currencyRate, [may?.id ?? '']), { day: '2026-03-01' }),
  )
  await work()
  expect(await worths('GBP')).toEqual({ 'a march': '130.0000', 'b may': '125.0000' })
})

it('is not done when the process stops before', async () => {
  const claim = { id: '', data: {}, attempt: 0, signal: AbortSignal.abort(new Error('The process stops.')) }
  const stopped = runJob(valueAnew)(kernel, { ...claim, finish: async () => {} })
  await expect(stopped).rejects.toThrow('stops')
})

it('has one rate for a currency and a day, of a currency that there is', async () => {
  await rate('SEK', '2026-01-01', 0.1)
  await expect(rate('SEK', '2026-01-01', 0.2)).rejects.toMatchObject({
    problems: [{ field: 'name', code: 'not-unique' }],
  })
  for (const currency of ['ZZZ', 'USD'])
    await expect(rate(currency, '2026-01-01', 1)).rejects.toMatchObject({
      problems: [{ field: 'currency', code: 'not-a-foreign-currency' }],
    })
})

it('adds up in the currency of the company, and says what is not among it', async () => {
  await rate('DKK', '2026-01-01', 0.15)
  const other = (await make(kernel, stage)).id
  for (const [amount, currency] of [
    ['10.10', 'USD'],
    ['100', 'DKK'],
    ['5', 'DKK'],
    ['7', 'NOK'],
  ])
    await make(kernel, deal, { stage: other, value: { amount: amount ?? '', currency: currency ?? '' } })
  const reading = {
    db: kernel.database.db,
    models: kernel.models,
    actor: systemActor(kernel.locale),
    today: '2026-06-01',
  }
  const [total] = await totalsOf(reading, kernel.models.get('deal'), {
    where: { stage: other },
    group: 'stage',
    sum: ['value'],
    average: [],
  })
  expect(total?.sums.value).toEqual([
    { amount: '105.0000', currency: 'DKK' },
    { amount: '7.0000', currency: 'NOK' },
    { amount: '10.1000', currency: 'USD' },
  ])
  expect(total?.converted).toEqual({ value: { amount: '25.85', currency: 'USD', without_rate: 1 } })
})

const feed = (usd: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube><Cube time='2026-02-02'><Cube currency='USD' rate='${usd}'/><Cube currency='JPY' rate='160.5'/><Cube currency='CZK' rate='24.2'/></Cube></Cube>
</gesmes:Envelope>`

it('reads the daily feed; twice is once, a correction is a change, and what was entered by hand stays', async () => {
  let answer = feed('1.2')
  const server = createServer((_, response) => response.end(answer))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const [job] = ratesJobs(`http://127.0.0.1:${port}/daily.xml`, makeOutbound({ allow: [`127.0.0.1:${port}`] }))
  if (!job) throw new Error('No job.')
  const known = () =>
    asSystem(kernel, async ctx =>
      (await ctx.find(currencyRate, { day: '2026-02-02' }))
        .map(({ name, rate: worth, origin, version }) => `${name} ${worth} ${origin} ${version}`)
        .sort(),
    )
  await rate('CZK', '2026-02-02', 0.05)
  await run(job)
  await run(job)
  expect(await known()).toEqual([
    'CZK 2026-02-02 USD 0.05 manual 1',
    'EUR 2026-02-02 USD 1.2 feed 1',
    'JPY 2026-02-02 USD 0.007476636 feed 1',
  ])
  answer = feed('1.21')
  await run(job)
  expect(await known()).toContain('EUR 2026-02-02 USD 1.21 feed 2')
  answer = '<html>We are away</html>'
  await expect(run(job)).rejects.toMatchObject({ code: 'rates.feed-unreadable' })
  server.close()
})
