import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { meeting } from '../planned.ts'
import type { Calendar } from './calendar.ts'
import { workEndpoints } from './endpoints.ts'

let kernel: Kernel
let test: TestServer
let boss: Person
let own: Person
let other: Person
beforeAll(async () => {
  kernel = await testKernel()
  test = await testServer(kernel, workEndpoints)
  const grants = { meeting: { read: 'own', edit: 'own' }, user: { read: 'everybody' } } as const
  boss = await test.person('Boss', [ownerRole])
  own = await test.person('Own', [{ id: 'own', name: 'Own', everything: false, grants, masks: {} }])
  other = await test.person('Other', [{ id: 'own', name: 'Own', everything: false, grants, masks: {} }])
})
afterAll(() => test.close())

const plan = (owner: Person, starts: string, more: object = {}) =>
  make(kernel, meeting, {
    ...{ title: 'Talk', time_zone: 'Europe/Paris', repeats: null, repeats_until: null, stood_at: null, about: [] },
    ...{ starts_at: starts, ends_at: new Date(Date.parse(starts) + 1_800_000).toISOString(), owner_id: owner.id },
    ...more,
  })
const look = async (person: Person, from: string, to: string, people?: readonly Person[]) => {
  const asked = people ? `&people=${people.map(({ id }) => id)}` : ''
  const { status, body } = await test.as(person).get(`/api/calendar?from=${from}T00:00:00Z&to=${to}T00:00:00Z${asked}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as unknown as Calendar
}
const times = ({ entries }: Calendar) => entries.map(({ starts_at }) => starts_at)

it('shows each time of a series across the end of summer, without what was moved or skipped, and what was moved', async () => {
  const { id } = await plan(boss, '2026-10-12T08:00:00.000Z', { repeats: 'weekly' })
  const act = (action: 'move_one' | 'skip_one', input: object) =>
    asSystem(kernel, ctx => ctx.do(meeting, action, [id], input as never))
  await act('skip_one', { at: '2026-10-26T09:00:00.000Z' })
  await act('move_one', { at: '2026-11-02T09:00:00.000Z', starts_at: '2026-11-03T10:00:00.000Z' })
  const found = await look(boss, '2026-10-12', '2026-11-15')
  expect(times(found)).toEqual([
    '2026-10-12T08:00:00.000Z',
    '2026-10-19T08:00:00.000Z',
    '2026-11-03T10:00:00.000Z',
    '2026-11-09T09:00:00.000Z',
  ])
  expect(found.entries.map(({ repeats }) => repeats)).toEqual([true, true, false, true])
})

it('of a colleague one sees what one may, and of the rest only that they are busy', async () => {
  await plan(other, '2027-01-11T09:00:00.000Z', { title: 'Secret', repeats: 'daily', repeats_until: '2027-01-12' })
  await plan(other, '2027-01-11T11:00:00.000Z', { colleagues: [{ id: own.id, role: null }] })
  await plan(boss, '2027-01-11T14:00:00.000Z', { colleagues: [{ id: other.id, role: 'declined' }] })
  const seen = await look(own, '2027-01-11', '2027-01-13', [other])
  expect(seen.entries).toMatchObject([{ starts_at: '2027-01-11T11:00:00.000Z', may_edit: false, people: [other.id] }])
  expect(seen.busy).toEqual([
    { user: other.id, starts_at: '2027-01-11T09:00:00.000Z', ends_at: '2027-01-11T09:30:00.000Z' },
    { user: other.id, starts_at: '2027-01-12T09:00:00.000Z', ends_at: '2027-01-12T09:30:00.000Z' },
  ])
  expect(JSON.stringify(seen)).not.toContain('Secret')
  expect(times(await look(own, '2027-01-11', '2027-01-13'))).toEqual(['2027-01-11T11:00:00.000Z'])
  expect((await look(other, '2027-01-11', '2027-01-13')).entries.map(({ may_edit }) => may_edit)).toEqual([
    true,
    true,
    true,
  ])
})

it('what began before the span and goes on in it is there; what only touches it is not', async () => {
  await plan(boss, '2027-03-01T22:00:00.000Z', { ends_at: '2027-03-02T02:00:00.000Z' })
  await plan(boss, '2027-03-01T23:30:00.000Z')
  expect(times(await look(boss, '2027-03-02', '2027-03-03'))).toEqual(['2027-03-01T22:00:00.000Z'])
})

it('refuses a span that is none or too long, and people that are none', async () => {
  const ask = (query: string) => test.as(boss).get(`/api/calendar?${query}`)
  for (const query of [
    'from=2027-01-02T00:00:00Z&to=2027-01-01T00:00:00Z',
    'from=2027-01-01T00:00:00Z&to=2027-04-01T00:00:00Z',
    'from=2027-01-01T00:00:00Z',
    'from=x&to=y',
    'from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z&people=me',
  ])
    expect((await ask(query)).status, query).toBe(422)
  const nobody = await ask(`from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z&people=${kernel.newId()}`)
  expect(nobody.body).toEqual({ entries: [], busy: [] })
})
