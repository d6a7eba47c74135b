import { afterAll, beforeAll, expect, it } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Person, type TestServer, testServer } from '../../../tests/server.ts'
import type { Scope } from '../access/actor.ts'
import { liveTail } from '../changes/live-tail.ts'
import { startReaders } from '../changes/readers.ts'
import { seal } from '../changes/seal.ts'
import type { Kernel } from '../kernel.ts'
import { type LiveMessage, openLive } from './live.ts'

let kernel: Kernel
let test: TestServer
beforeAll(async () => {
  kernel = await testKernel()
  test = await testServer(kernel)
})
afterAll(() => test.close())

const reading = (scope: Scope) =>
  [{ id: 'r', name: 'Reader', everything: false, grants: { contact: { read: scope } }, masks: {} }] as const

/** What each hears of what `work` does and of nothing before it, until everything of it was told. */
async function heard(people: readonly Person[], work: () => Promise<void>): Promise<LiveMessage[][]> {
  await seal(kernel.database.db, kernel.clock().toISOString())
  const live = openLive(kernel, async principals => principals)
  const told = people.map(() => [] as LiveMessage[])
  for (const [at, person] of people.entries())
    live.subscribe(
      { actor: person, via: 'key', id: person.id },
      { send: message => told[at]?.push(message), notice() {}, progress() {}, end() {} },
    )
  const ended = Promise.withResolvers<void>()
  const stop = await liveTail(kernel, async changes => {
    await live.publish(changes)
    if (changes.some(({ events }) => events.includes('purged'))) ended.resolve()
  })
  const readers = await startReaders(kernel, [])
  await work()
  await removeOne()
  readers.wake()
  await ended.promise
  await Promise.all([readers.stop(), stop()])
  return told
}

/** The last thing that is told: something that nobody hears of. */
const removeOne = () =>
  asSystem(kernel, async ctx => {
    const { recordChanges } = await import('../changes/record.ts')
    await recordChanges(ctx, 'nothing', ['purged'], [{ id: kernel.newId(), version: 1, before: null, after: null }])
  })

it('whoever loses a record to somebody else is told that it is gone, and nobody else', async () => {
  const anna = await test.person('Anna', reading('own'))
  const mate = await test.person('Mate', reading('own'), [anna.id])
  const lead = await test.person('Lead', reading('team'), [anna.id])
  const boss = await test.person('Boss', reading('everybody'))
  const deaf = await test.person('Deaf', reading('nobody'))
  const bert = await test.person('Bert', reading('own'))
  const [made] = await asSystem(kernel, ctx => ctx.create(contact, [{ last_name: 'Going', owner_id: anna.id }]))
  const id = made?.id ?? ''
  const told = await heard([anna, mate, lead, boss, deaf, bert], () =>
    asSystem(
      kernel,
      async ctx => void (await ctx.update(contact, await ctx.byIds(contact, [id]), { owner_id: bert.id })),
    ),
  )
  const gone = { object: 'contact', id, version: 2, events: ['gone'], fields: [], actor: null }
  const changed = { object: 'contact', id, version: 2, events: ['updated'], fields: ['owner_id'] }
  expect(told).toMatchObject([[gone], [], [gone], [changed], [], [changed]])
})

it('who was told something hears of it wherever they listen, and nobody else', async () => {
  const live = openLive(kernel, async principals => principals)
  const heard: string[] = []
  for (const name of ['Nora', 'Otto', 'Nora again']) {
    const person = await test.person(name, [])
    const listener = { ...person, id: name.startsWith('Nora') ? 'nora' : person.id }
    live.subscribe(
      { actor: listener, via: 'key', id: '' },
      { send() {}, notice: () => heard.push(name), progress: ({ id }) => heard.push(`${name}: ${id}`), end() {} },
    )
  }
  live.notice(['nora', 'somebody else'])
  expect(heard).toEqual(['Nora', 'Nora again'])
  live.progress({ kind: 'import', user: 'nora', id: 'hers' })
  live.progress({ kind: 'import', user: null, id: 'nobody’s' })
  expect(heard.slice(2)).toEqual(['Nora: hers', 'Nora again: hers'])
})
