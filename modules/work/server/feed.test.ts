import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { make } from '../../../tests/factories.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { meeting } from '../planned.ts'
import { feedEndpoints } from './feed.ts'
import { writeCalendar } from './ics.ts'

let kernel: Kernel
let test: TestServer
let boss: Person
const publicUrl = 'https://rapport.example'
beforeAll(async () => {
  kernel = { ...(await testKernel()), clock: () => new Date('2026-10-20T10:00:00Z') }
  test = await testServer(kernel, feedEndpoints({ publicUrl }))
  boss = await test.person('Boss', [ownerRole])
  // What somebody sees at the address is asked of the database.
  const { body } = await test.as(boss).post('/api/roles', { name: 'All', everything: true })
  await test.as(boss).patch(`/api/users/${boss.id}`, { roles: [{ id: body.id }] })
})
afterAll(() => test.close())

const entry = (more: object) => ({
  ...{ id: '019a0000-0000-7000-8000-000000000001', title: 'Talk', place: null, video_link: null, status: 'planned' },
  ...{ starts_at: '2026-10-26T08:00:00.000Z', ends_at: '2026-10-26T09:00:00.000Z', all_day: false },
  ...{ time_zone: 'Europe/Paris', repeats: false, may_edit: true, people: [] },
  ...more,
})
const written = (...entries: ReturnType<typeof entry>[]) =>
  writeCalendar({ name: 'Maya', entries, now: '2026-10-20T10:00:00.000Z', linkOf: id => `${publicUrl}/meetings/${id}` })
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(each => new ICAL.Event(each))

it('is read by another library as it was meant, whatever is in it, and no line is too long', () => {
  const title = 'Début; "fin", \\ 日本語 😀 '.repeat(12).trim()
  const text = written(
    entry({ title, place: 'Salle 1\r\nBEGIN:VEVENT' }),
    entry({ all_day: true, starts_at: '2026-10-24T22:00:00.000Z', ends_at: '2026-10-26T23:00:00.000Z' }),
  )
  const [talk, fair] = eventsIn(text)
  expect(talk).toMatchObject({ summary: title, location: 'Salle 1\nBEGIN:VEVENT' })
  expect(talk?.startDate.toJSDate().toISOString()).toBe('2026-10-26T08:00:00.000Z')
  expect([fair?.startDate.toString(), fair?.endDate.toString()]).toEqual(['2026-10-25', '2026-10-27'])
  expect(eventsIn(text)).toHaveLength(2)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

it('is read by whoever has the address, until there is another one or none; the address itself is kept nowhere', async () => {
  await make(kernel, meeting, {
    ...{
      title: 'Round',
      owner_id: boss.id,
      starts_at: '2026-10-19T08:00:00.000Z',
      ends_at: '2026-10-19T09:00:00.000Z',
    },
    ...{ repeats: 'weekly', repeats_until: '2026-11-02', time_zone: 'Europe/Paris', stood_at: null },
  })
  const open = async () => String((await test.as(boss).post('/api/calendar/feed', {})).body.url).replace(publicUrl, '')
  expect((await test.withKey(boss, ['meeting:read']).post('/api/calendar/feed', {})).status).toBe(403)
  const first = await open()
  const read = (url: string) => test.server.inject({ method: 'GET', url })
  const answer = await read(first)
  expect(answer.headers['content-type']).toContain('text/calendar')
  expect(eventsIn(answer.body).map(event => event.startDate.toJSDate().toISOString())).toEqual([
    '2026-10-19T08:00:00.000Z',
    '2026-10-26T09:00:00.000Z',
    '2026-11-02T09:00:00.000Z',
  ])
  const { rows } = await sql`select * from calendar_feeds`.execute(kernel.database.db)
  expect(JSON.stringify(rows)).not.toContain(first.split('/').at(-1))
  const second = await open()
  expect((await read(first)).statusCode).toBe(404)
  expect((await read(second)).statusCode).toBe(200)
  await test.as(boss).delete('/api/calendar/feed')
  expect((await read(second)).statusCode).toBe(404)
})
