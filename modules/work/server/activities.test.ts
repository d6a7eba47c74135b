// Tasks, calls and meetings: what they complete by themselves, what comes back, and who sees them.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { user } from '#kernel/objects/index.ts'
import type { Draft, InnerPatch } from '#kernel/schema/object.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { undoBatch } from '#kernel/server/changes/undo.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { contact } from '../../crm/contact.ts'
import { meeting, task } from '../planned.ts'

let kernel: Kernel
let now = new Date('2026-11-22T10:00:00Z')
beforeAll(async () => {
  kernel = { ...(await testKernel()), clock: () => now }
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const read = <O extends typeof task | typeof meeting>(object: O, id: string) =>
  asSystem(kernel, async ctx => (await ctx.byIds(object as typeof task, [id]))[0])
const change = (id: string, patch: InnerPatch<typeof task>) =>
  asSystem(kernel, async ctx => (await ctx.update(task, await ctx.byIds(task, [id]), patch))[0])
const planned = async (draft: Partial<Draft<typeof meeting>>) => {
  const { id } = await make(kernel, meeting, { title: 'Review', ...draft })
  return readMeeting(id)
}
const readMeeting = (id: string) => asSystem(kernel, async ctx => (await ctx.byIds(meeting, [id]))[0])

it('a task with a time is due on the day that it is for whoever does it, and goes along with its day', async () => {
  const { id: owner } = await make(kernel, user, { time_zone: 'Asia/Tokyo' })
  const made = await make(kernel, task, { title: 'Call', due_at: '2026-12-01T20:00:00.000Z', owner_id: owner })
  expect(made).toMatchObject({ due_date: '2026-12-02' })
  expect(await change(made.id, { due_date: '2026-12-05' })).toMatchObject({ due_at: '2026-12-04T20:00:00.000Z' })
  expect(await change(made.id, { due_date: null })).toMatchObject({ due_at: null })
})

it('reminds at nine where there is no time, before it where there is one, and of nothing that is over', async () => {
  const { id: owner } = await make(kernel, user, { time_zone: 'Europe/Paris' })
  const made = await make(kernel, task, { due_date: '2026-12-01', due_at: null, reminder: 'm0', owner_id: owner })
  expect(made.remind_at).toBe('2026-12-01T08:00:00.000Z')
  expect((await change(made.id, { due_at: '2026-12-01T15:00:00.000Z', reminder: 'h1' }))?.remind_at).toBe(
    '2026-12-01T14:00:00.000Z',
  )
  expect((await change(made.id, { due_date: '2026-11-01' }))?.remind_at).toBeNull()
  expect((await change(made.id, { due_date: '2026-12-01', reminder: 'none' }))?.remind_at).toBeNull()
})

it('what repeats comes back once, ahead of today, with all that it was, and not where that is undone', async () => {
  const { id: owner } = await make(kernel, user, { time_zone: 'Europe/Paris' })
  const { id: person } = await make(kernel, contact)
  const about = [{ object: 'contact', id: person }]
  const { id } = await make(kernel, task, {
    title: 'Report',
    due_date: '2026-11-02',
    due_at: null,
    repeats: 'weekly',
    owner_id: owner,
    about,
  })
  const batch = await inContext(kernel, { actor: systemActor(kernel.locale), source: 'api' }, async ctx => {
    await ctx.do(task, 'finish', [id], {})
    await ctx.do(task, 'finish', [id], {})
    return ctx.batch
  })
  const open = () => asSystem(kernel, ctx => ctx.find(task, { title: 'Report', status: 'open' }))
  expect(await open()).toMatchObject([{ due_date: '2026-11-23', repeats: 'weekly', owner_id: owner, about }])
  await undoBatch(kernel, { actor: systemActor(kernel.locale), source: 'undo' }, batch)
  expect(await open()).toMatchObject([{ id, due_date: '2026-11-02' }])
})

it('a task is no part of itself, by whatever way round', async () => {
  const [a, b, c] = [await make(kernel, task), await make(kernel, task), await make(kernel, task)]
  await change(b.id, { parent: a.id })
  await change(c.id, { parent: b.id })
  for (const parent of [a.id, b.id, c.id])
    await expect(change(a.id, { parent })).rejects.toMatchObject({
      problems: [{ field: 'parent', code: 'task.circle' }],
    })
  expect(await read(task, a.id)).toMatchObject({ parent: null })
})

it('a meeting takes an hour unless it says otherwise, keeps its length, and never ends before it begins', async () => {
  const made = await planned({ starts_at: '2026-12-01T10:00:00.000Z', ends_at: null })
  expect(made).toMatchObject({ ends_at: '2026-12-01T11:00:00.000Z', next_at: '2026-12-01T10:00:00.000Z' })
  const write = (patch: InnerPatch<typeof meeting>) =>
    asSystem(kernel, async ctx => (await ctx.update(meeting, await ctx.byIds(meeting, [made?.id ?? '']), patch))[0])
  expect(await write({ starts_at: '2026-12-02T08:30:00.000Z' })).toMatchObject({ ends_at: '2026-12-02T09:30:00.000Z' })
  await expect(write({ ends_at: '2026-12-01T00:00:00.000Z' })).rejects.toMatchObject({
    problems: [{ field: 'ends_at', code: 'meeting.backwards' }],
  })
})

it('whom one meets it is about', async () => {
  const { id } = await make(kernel, contact)
  const made = await planned({ starts_at: '2026-12-01T10:00:00.000Z', guests: [{ id, role: null }], about: [] })
  expect(made?.about).toEqual([{ object: 'contact', id }])
})

const series = (more: Partial<Draft<typeof meeting>> = {}) =>
  planned({
    ...{ starts_at: '2026-11-09T09:00:00.000Z', ends_at: '2026-11-09T09:30:00.000Z', time_zone: 'Europe/Paris' },
    ...{ repeats: 'weekly', repeats_until: null, reminder: 'm10', status: 'planned', series: null, stood_at: null },
    ...more,
  })

it('of a series the next is ahead; one that took place is followed by the one after it, the last by none', async () => {
  const made = await series({ repeats_until: '2026-12-07' })
  expect(made).toMatchObject({ next_at: '2026-11-23T09:00:00.000Z', remind_at: '2026-11-23T08:50:00.000Z' })
  const held = () => asSystem(kernel, async ctx => (await ctx.do(meeting, 'hold', [made?.id ?? ''], {}))[0])
  await held()
  expect(await readMeeting(made?.id ?? '')).toMatchObject({ status: 'planned', next_at: '2026-11-30T09:00:00.000Z' })
  await held()
  await held()
  expect(await readMeeting(made?.id ?? '')).toMatchObject({ status: 'held' })
})

it('one of a series goes its own way, once; another is skipped; and both go along when the series moves', async () => {
  const made = await series()
  const id = made?.id ?? ''
  const act = (action: 'move_one' | 'skip_one', input: never) =>
    asSystem(kernel, ctx => ctx.do(meeting, action, [id], input))
  const at = '2026-11-23T09:00:00.000Z'
  await act('move_one', { at, starts_at: '2026-11-24T13:00:00.000Z' } as never)
  await expect(act('skip_one', { at } as never)).rejects.toMatchObject({ code: 'meeting.not-then' })
  await act('skip_one', { at: '2026-11-30T09:00:00.000Z' } as never)
  expect(await readMeeting(id)).toMatchObject({ next_at: '2026-12-07T09:00:00.000Z' })
  const others = () => asSystem(kernel, ctx => ctx.find(meeting, { series: id }))
  expect((await others()).sort((a, b) => (a.stood_at ?? '').localeCompare(b.stood_at ?? ''))).toMatchObject([
    { stood_at: at, starts_at: '2026-11-24T13:00:00.000Z', ends_at: '2026-11-24T13:30:00.000Z', status: 'planned' },
    { stood_at: '2026-11-30T09:00:00.000Z', status: 'cancelled' },
  ])
  await asSystem(kernel, async ctx =>
    ctx.update(meeting, await ctx.byIds(meeting, [id]), { starts_at: '2026-11-10T14:00:00.000Z' }),
  )
  expect((await others()).map(row => row.stood_at).sort()).toEqual([
    '2026-11-24T14:00:00.000Z',
    '2026-12-01T14:00:00.000Z',
  ])
  expect(await readMeeting(id)).toMatchObject({ next_at: '2026-12-08T14:00:00.000Z' })
})

it('repeats on weekdays from a weekday only', async () => {
  await expect(
    series({ repeats: 'weekdays', starts_at: '2026-11-22T09:00:00.000Z', ends_at: null }),
  ).rejects.toMatchObject({
    problems: [{ code: 'meeting.weekend' }],
  })
})

it('an answer is that of whoever was invited', async () => {
  const { id: me } = await make(kernel, user)
  const made = await planned({ starts_at: '2026-12-01T10:00:00.000Z', colleagues: [{ id: me, role: null }] })
  const answering = (actor: object) =>
    inContext(kernel, { actor: { ...systemActor(kernel.locale), ...actor }, source: 'page' }, ctx =>
      ctx.do(meeting, 'answer', [made?.id ?? ''], { answer: 'tentative' }),
    )
  await answering({ id: me })
  expect((await readMeeting(made?.id ?? ''))?.colleagues).toEqual([{ id: me, role: 'tentative' }])
  const { id: other } = await make(kernel, user)
  await expect(answering({ id: other })).rejects.toMatchObject({ code: 'meeting.not-invited' })
  now = new Date('2026-11-22T10:00:00Z')
})
