import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { contact, contactEmail } from '../contact.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(() => kernel.database.close())

const person = (email: string | null) => asSystem(kernel, ctx => ctx.create(contact, [{ last_name: 'Noether', email }]))
const rowsOf = async (id: string) => {
  const rows = await asSystem(kernel, ctx => ctx.find(contactEmail, { contact: id }))
  return rows.map(({ address, main }) => `${address}${main ? ' main' : ''}`).sort()
}
const emailOf = async (id: string) => (await asSystem(kernel, ctx => ctx.byIds(contact, [id])))[0]?.email

it('keeps a new contact’s address as a row', async () => {
  const [{ id } = { id: '' }] = await person('emmy@example.org')
  expect(await rowsOf(id)).toEqual(['emmy@example.org main'])
})

it('moves the row when the contact’s address changes, and removes it when it is cleared', async () => {
  const [row] = await person('first@example.org')
  const change = (email: string | null) =>
    asSystem(kernel, async ctx => ctx.update(contact, await ctx.byIds(contact, [row?.id ?? '']), { email }))
  await change('second@example.org')
  expect(await rowsOf(row?.id ?? '')).toEqual(['second@example.org main'])
  await change(null)
  expect(await rowsOf(row?.id ?? '')).toEqual([])
})

it('follows the rows: a new main one, and the next when the main one goes', async () => {
  const [{ id } = { id: '' }] = await person('old@example.org')
  await asSystem(kernel, ctx => ctx.create(contactEmail, [{ contact: id, address: 'new@example.org', main: true }]))
  expect(await emailOf(id)).toBe('new@example.org')
  expect(await rowsOf(id)).toEqual(['new@example.org main', 'old@example.org'])
  await asSystem(kernel, async ctx =>
    ctx.remove(contactEmail, await ctx.find(contactEmail, { address: 'new@example.org' })),
  )
  expect(await emailOf(id)).toBe('old@example.org')
  expect(await rowsOf(id)).toEqual(['old@example.org main'])
})

it('tells the contact once', async () => {
  const [{ id } = { id: '' }] = await person(null)
  await asSystem(kernel, ctx => ctx.create(contactEmail, [{ contact: id, address: 'once@example.org' }]))
  const { rows } = await sql<{
    version: number
  }>`select version from changes where record_id = ${id} order by version`.execute(kernel.database.db)
  expect(rows.map(({ version }) => version)).toEqual([1, 2])
})

it('refuses an address that is somebody else’s second one, by the name of the field', async () => {
  const [{ id } = { id: '' }] = await person('mine@example.org')
  await asSystem(kernel, ctx => ctx.create(contactEmail, [{ contact: id, address: 'also-mine@example.org' }]))
  await expect(person('also-mine@example.org')).rejects.toMatchObject({
    kind: 'invalid',
    problems: [{ field: 'email', code: 'not-unique' }],
  })
})

it('gives the addresses free while the contact is in the trash, and brings both back', async () => {
  const [row] = await person('gone@example.org')
  const id = row?.id ?? ''
  await asSystem(kernel, async ctx => ctx.remove(contact, await ctx.byIds(contact, [id])))
  expect(await rowsOf(id)).toEqual([])
  const [other] = await person('gone@example.org')
  expect(other?.email).toBe('gone@example.org')
})
