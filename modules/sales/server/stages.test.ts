import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { runJob } from '#kernel/server/jobs/run-job.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { listRecords } from '#kernel/server/records/list.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { stopAfter } from '../../../tests/stop-after.ts'
import { contact } from '../../crm/contact.ts'
import { note } from '../../work/note.ts'
import { deal } from '../deal.ts'
import { pipeline, stage } from '../pipeline.ts'
import { rotAnew } from './rotting.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const stagesOf = async (...specs: Parameters<typeof make<typeof stage>>[2][]) => {
  const { id } = await make(kernel, pipeline)
  const stages = []
  for (const [place, spec] of specs.entries()) stages.push(await make(kernel, stage, { pipeline: id, place, ...spec }))
  return stages as [Awaited<ReturnType<typeof make<typeof stage>>>, Awaited<ReturnType<typeof make<typeof stage>>>]
}
const move = (id: string, to: string) =>
  asSystem(kernel, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { stage: to }))
const read = async (id: string) => (await asSystem(kernel, ctx => ctx.byIds(deal, [id])))[0]

/** As on a day at noon. */
const onDay = <T>(day: string, run: Parameters<typeof inContext<T>>[2]) =>
  inContext(
    Object.create(kernel, { clock: { value: () => new Date(`${day}T12:00:00Z`) } }) as Kernel,
    { actor: systemActor(kernel.locale), source: 'command' },
    run,
  )

it('refuses a stage whose requirements are not met, with everything that is missing', async () => {
  const [start, proposal] = await stagesOf({}, { name: 'Proposal', requires: ['value', 'people', 'close_date'] })
  const { id } = await make(kernel, deal, { stage: start.id, close_date: '2026-12-01' })
  await expect(move(id, proposal.id)).rejects.toMatchObject({
    code: 'stage.requires',
    kind: 'invalid',
    params: { stage: 'Proposal' },
    problems: [
      { field: 'value', code: 'stage.missing', params: { stage: 'Proposal' } },
      { field: 'people', code: 'stage.missing' },
    ],
  })
  expect(await read(id)).toMatchObject({ stage: start.id, version: 1 })
  const { id: person } = await make(kernel, contact)
  await asSystem(kernel, async ctx =>
    ctx.update(deal, await ctx.byIds(deal, [id]), {
      stage: proposal.id,
      value: { amount: '10', currency: 'USD' },
      people: [{ id: person, role: 'decides' }],
    }),
  )
  expect((await read(id))?.stage).toBe(proposal.id)
})

it('says which of several deals lack what', async () => {
  const [start, next] = await stagesOf({}, { requires: ['value'] })
  const full = await make(kernel, deal, { stage: start.id, value: { amount: '1', currency: 'USD' } })
  const bare = await make(kernel, deal, { stage: start.id })
  const moving = asSystem(kernel, async ctx =>
    ctx.updateEach(
      deal,
      [full, bare].map(row => ({ row, patch: { stage: next.id } })),
    ),
  )
  await expect(moving).rejects.toMatchObject({ problems: [{ field: 'value', index: 1 }] })
})

it('asks nothing of a deal that stays', async () => {
  const [start, next] = await stagesOf({}, { requires: ['value'] })
  const { id } = await make(kernel, deal, { stage: start.id, value: { amount: '1', currency: 'USD' } })
  await move(id, next.id)
  const [emptied] = await asSystem(kernel, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { value: null }))
  expect(emptied?.value).toBeNull()
})

it('moves a deal to another pipeline by one of its stages', async () => {
  const [here] = await stagesOf({}, {})
  const [there] = await stagesOf({}, {})
  const { id } = await make(kernel, deal, { stage: here.id })
  await move(id, there.id)
  expect(await read(id)).toMatchObject({ stage: there.id, pipeline: there.pipeline })
})

it('rots so many days after it was touched: by an edit, a note, a move', async () => {
  const [slow, fast] = await stagesOf({ rots_after: 10 }, { rots_after: 2 })
  const [{ id } = { id: '' }] = await onDay('2026-03-01', ctx => ctx.create(deal, [{ title: 'Old', stage: slow.id }]))
  expect(await read(id)).toMatchObject({ rots_on: '2026-03-11', stage_since: '2026-03-01T12:00:00.000Z' })
  await onDay('2026-03-03', async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { title: 'Older' }))
  expect(await read(id)).toMatchObject({ rots_on: '2026-03-13', stage_since: '2026-03-01T12:00:00.000Z' })
  await onDay('2026-03-05', ctx => ctx.create(note, [{ body: '<p>Called</p>', about: [{ object: 'deal', id }] }]))
  expect(await read(id)).toMatchObject({ rots_on: '2026-03-15', touched_at: '2026-03-05T12:00:00.000Z', version: 2 })
  await onDay('2026-03-06', async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { stage: fast.id }))
  expect(await read(id)).toMatchObject({ rots_on: '2026-03-08', stage_since: '2026-03-06T12:00:00.000Z' })
  await onDay('2026-03-07', ctx => ctx.do(deal, 'win', [id], {}))
  expect((await read(id))?.rots_on).toBeNull()
})

it('follows the stage when it has more patience, slice by slice, and from the start when it was cut off', async () => {
  const [start] = await stagesOf({ rots_after: 5 }, {})
  const drafts = Array.from({ length: 502 }, (_, at) => ({ title: `Old ${at}`, stage: start.id }))
  const ids = (await onDay('2026-03-01', ctx => ctx.create(deal, drafts))).map(({ id }) => id)
  await onDay('2026-03-02', ctx => ctx.do(deal, 'win', ids.slice(0, 1), {}))
  const sent: { readonly stage: string }[] = []
  const queue = {
    send: async (_: unknown, job: string, data: never[]) => void (job === rotAnew.name && sent.push(...data)),
  }
  const patience = (rots_after: number | null) =>
    asSystem(Object.create(kernel, { queue: { value: queue } }), async ctx =>
      ctx.update(stage, await ctx.byIds(stage, [start.id]), { rots_after }),
    )
  const anew = (signal = new AbortController().signal) =>
    runJob(rotAnew)(kernel, { id: '', data: { ...sent.at(-1) }, attempt: 0, signal, finish: async () => {} })
  const days = async () => {
    const rows = await asSystem(kernel, ctx => ctx.byIds(deal, ids))
    return rows.map(({ rots_on, version }) => `${rots_on} ${version}`)
  }
  const open = ids.slice(1)
  await patience(7)
  await expect(anew(stopAfter(1))).rejects.toThrow('stops')
  expect(await days()).toEqual(['null 2', ...open.slice(0, -1).map(() => '2026-03-08 1'), '2026-03-06 1'])
  await anew()
  expect(await days()).toEqual(['null 2', ...open.map(() => '2026-03-08 1')])
  await patience(null)
  await anew()
  expect(await days()).toEqual(['null 2', ...open.map(() => 'null 1')])
  await patience(null)
  expect(sent).toEqual([{ stage: start.id }, { stage: start.id }])
})

it('is found and sorted by what is rotting', async () => {
  const [start] = await stagesOf({ rots_after: 3 }, {})
  const make = (day: string, title: string) => onDay(day, ctx => ctx.create(deal, [{ title, stage: start.id }]))
  await make('2026-05-03', 'fresh')
  await make('2026-05-02', 'turning')
  await make('2026-04-01', 'rotten')
  const reading = {
    db: kernel.database.db,
    models: kernel.models,
    actor: systemActor(kernel.locale),
    today: '2026-05-05',
  }
  const { rows } = await listRecords(reading, kernel.models.get('deal'), {
    where: { stage: start.id, rots_on: { during: { last: '10 years' } } },
    sort: 'rots_on',
    limit: 10,
  })
  expect(rows.map(({ title }) => title)).toEqual(['rotten', 'turning'])
})
