import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { openPresence, type Presence, type Present } from './presence.ts'

let kernel: Kernel
let now = Date.parse('2026-11-21T10:00:00Z')
let test: TestServer
/** Two servers over one database. */
let one: Presence
let other: Presence
/** Who has lost their rights meanwhile. */
const gone = new Set<string>()
beforeAll(async () => {
  kernel = Object.create(await testKernel(), { clock: { value: () => new Date(now) } })
  test = await testServer(kernel)
  const refresh = async (principals: readonly Principal[]) =>
    principals.map(principal => (gone.has(principal.id) ? null : principal))
  one = await openPresence(kernel, refresh)
  other = await openPresence(kernel, refresh)
})
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await test.close()
})

const spot = { object: 'contact', id: '01890000-0000-7000-8000-000000000001', editing: false }
const principal = (actor: Person): Principal => ({ actor, via: 'session', id: actor.id })

/** Somebody with a line to a server, and whom they were told of last. */
async function listener(name: string, server: Presence) {
  const person = principal(await test.person(name, [ownerRole]))
  const line = kernel.newId()
  let last: Present | undefined
  const leave = server.hold(line, person, present => {
    last = present
  })
  return {
    person,
    line,
    leave,
    move: (at: typeof spot | null, by = server) => by.move(line, person, at),
    sees: () => last?.people.map(({ name, editing }) => (editing ? `${name} writes` : name)),
  }
}

it('who is at the same record know of each other, on whichever server, and of who leaves', async () => {
  const anna = await listener('Anna', one)
  const bert = await listener('Bert', other)
  await anna.move(spot)
  await expect.poll(anna.sees).toEqual([])
  await bert.move(spot, one)
  await expect.poll(anna.sees).toEqual(['Bert'])
  await expect.poll(bert.sees).toEqual(['Anna'])
  await bert.move(null)
  await expect.poll(anna.sees).toEqual([])
  await bert.move(spot)
  await expect.poll(anna.sees).toEqual(['Bert'])
  bert.leave()
  await expect.poll(anna.sees).toEqual([])
  anna.leave()
})

it('who writes is told to write, until they are done, gone, or have no page left that does', async () => {
  const anna = await listener('Anne', one)
  const bert = await listener('Bill', other)
  await anna.move(spot)
  await bert.move({ ...spot, editing: true })
  await expect.poll(anna.sees).toEqual(['Bill writes'])
  await other.renew()
  await bert.move(spot)
  await expect.poll(anna.sees).toEqual(['Bill'])
  await bert.move({ ...spot, editing: true }, one)
  await expect.poll(anna.sees).toEqual(['Bill writes'])
  bert.leave()
  await expect.poll(anna.sees).toEqual([])
  anna.leave()
})

it('nobody speaks for the line of somebody else', async () => {
  const cleo = await listener('Cleo', one)
  const dora = await listener('Dora', one)
  await one.move(cleo.line, dora.person, spot)
  await dora.move(spot)
  await expect.poll(dora.sees).toEqual([])
  expect(cleo.sees()).toBeUndefined()
  for (const each of [cleo, dora]) each.leave()
  await one.move(cleo.line, dora.person, null)
})

it('who may not see it any more is there no more, nor who was lost with their server', async () => {
  const [contact] = [
    (await test.as((await listener('Olga', one)).person.actor as Person).post('/api/contacts', { last_name: 'There' }))
      .body,
  ]
  const here = { object: 'contact', id: contact.id as string, editing: false }
  const emil = await listener('Emil', one)
  const fara = await listener('Fara', other)
  await emil.move(here)
  await fara.move(here)
  await expect.poll(emil.sees).toEqual(['Fara'])
  gone.add(fara.person.id)
  await other.renew()
  await expect.poll(emil.sees).toEqual([])
  const gert = await listener('Gert', other)
  await gert.move(here)
  await expect.poll(emil.sees).toEqual(['Gert'])
  now += 60_000
  await one.renew()
  await expect.poll(emil.sees).toEqual([])
})
