import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { user } from '#kernel/objects/index.ts'
import { runJob } from '#kernel/server/jobs/run-job.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { outboxMailer } from '#kernel/server/mail/outbox.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { meeting, task } from '../planned.ts'
import { mailJob, remindJob, workJobs } from './reminders.ts'

let kernel: Kernel
let now = new Date('2026-11-22T10:00:00Z')
const sent: (readonly [string, Readonly<Record<string, unknown>>])[] = []
let failing = false
beforeAll(async () => {
  const made = await testKernel()
  const queue: Kernel['queue'] = {
    ...made.queue,
    async send(_db, job, data) {
      if (failing) throw new Error('cut off')
      for (const each of data) sent.push([job, each as Readonly<Record<string, unknown>>])
    },
  }
  kernel = { ...made, queue, clock: () => now }
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})
beforeEach(() => {
  now = new Date('2026-11-22T10:00:00Z')
  sent.length = 0
})

const jobs = () => {
  const sender = { email: 'rapport@northwind.example' }
  const mailer = outboxMailer({ sender, db: kernel.database.db, clock: kernel.clock, newId: kernel.newId })
  return workJobs({ mailer, publicUrl: 'https://rapport.example' })
}
const run = async (name: string, data = {}) => {
  const job = jobs().find(one => one.name === name)
  const { signal } = new AbortController()
  if (job) await runJob(job)(kernel, { id: kernel.newId(), data, attempt: 0, signal, finish: async () => {} })
}
const told = async (id: string) =>
  (
    await sql<{ user_id: string; code: string; params: object }>`select user_id, code, params from notifications
      where record_id = ${id} order by user_id`.execute(kernel.database.db)
  ).rows
const at = (time: string) => {
  now = new Date(`2026-11-22T${time}:00Z`)
}

it('tells whose task it is, when its time comes, once, whoever looks at the same time', async () => {
  const { id: owner } = await make(kernel, user, { time_zone: 'Europe/Paris', language: 'fr', reminders: 'app' })
  const due = { due_at: '2026-11-22T14:00:00.000Z', due_date: '2026-11-22', reminder: 'm30' } as const
  const { id } = await make(kernel, task, { owner_id: owner, ...due })
  await run(remindJob)
  expect(await told(id)).toEqual([])
  at('13:30')
  await Promise.all([run(remindJob), run(remindJob)])
  await run(remindJob)
  expect(await told(id)).toEqual([
    { user_id: owner, code: 'reminder.task', params: { when: expect.stringMatching(/dimanche 22 novembre.*15:00/) } },
  ])
  expect(sent).toEqual([])
})

it('cut off in the middle, it tells all or nothing, and all of it next time', async () => {
  const { id: owner } = await make(kernel, user, { reminders: 'mail', email: 'lena@northwind.example' })
  const { id } = await make(kernel, task, {
    ...{ owner_id: owner, title: 'Call\u0085them', due_at: '2026-11-22T11:00:00.000Z', reminder: 'm0' },
  })
  at('11:00')
  failing = true
  await expect(run(remindJob)).rejects.toThrow('cut off')
  expect(await told(id)).toEqual([])
  failing = false
  await run(remindJob)
  await run(remindJob)
  expect(await told(id)).toHaveLength(1)
  expect(sent).toMatchObject([[mailJob, { object: 'task', id, email: 'lena@northwind.example' }]])
})

it('mails what it is called to who may see it, and nothing to who may not', async () => {
  const mails = async () =>
    (await sql<{ subject: string }>`select subject from outbox order by created_at`.execute(kernel.database.db)).rows
  const { id: owner } = await make(kernel, user, { email: 'nora@northwind.example' })
  const { id } = await make(kernel, task, { title: 'Send the offer', owner_id: owner })
  const data = { object: 'task', id, user: owner, at: '2026-11-22', email: 'nora@northwind.example' }
  await run(mailJob, data)
  expect(await mails()).toEqual([])
  await asSystem(kernel, async ctx => {
    const role = kernel.models.get('role')
    const made = await ctx.create(role.object as never, [{ name: 'All', everything: true } as never])
    const [row] = await ctx.byIds(user, [owner])
    if (row) await ctx.update(user, [row], { roles: [{ id: (made[0] as { id: string }).id, role: null }] })
  })
  await run(mailJob, data)
  expect((await mails()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Send the offer – /)])
})

it('of what has passed for more than a day it says nothing', async () => {
  const { id: owner } = await make(kernel, user)
  const { id } = await make(kernel, task, { owner_id: owner, due_at: '2026-11-22T11:00:00.000Z', reminder: 'm0' })
  now = new Date('2026-11-23T11:30:00Z')
  await run(remindJob)
  expect(await told(id)).toEqual([])
})

it('of a meeting, whoever comes is told; a series goes on, and took place when none is left', async () => {
  const [boss, comes, declined] = [await make(kernel, user), await make(kernel, user), await make(kernel, user)]
  const { id } = await make(kernel, meeting, {
    ...{ starts_at: '2026-11-22T12:00:00.000Z', ends_at: '2026-11-22T13:00:00.000Z', time_zone: 'UTC' },
    ...{ repeats: 'weekly', repeats_until: '2026-11-29', reminder: 'm10', owner_id: boss.id, stood_at: null },
    colleagues: [
      { id: comes.id, role: 'accepted' },
      { id: declined.id, role: 'declined' },
    ],
  })
  const read = () => asSystem(kernel, async ctx => (await ctx.byIds(meeting, [id]))[0])
  at('11:50')
  await run(remindJob)
  expect((await told(id)).map(({ user_id }) => user_id).sort()).toEqual([boss.id, comes.id].sort())
  at('12:30')
  await run(remindJob)
  expect(await read()).toMatchObject({ next_at: '2026-11-22T12:00:00.000Z', status: 'planned' })
  at('13:01')
  await run(remindJob)
  expect(await read()).toMatchObject({ next_at: '2026-11-29T12:00:00.000Z', remind_at: '2026-11-29T11:50:00.000Z' })
  now = new Date('2026-11-29T13:01:00Z')
  await run(remindJob)
  expect(await read()).toMatchObject({ status: 'held' })
})
