import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact } from '#modules/crm/contact.ts'
import { asSystem, testKernel } from '../../../../tests/kernel.ts'
import { tag } from '../../../objects/index.ts'
import type { Actor } from '../../access/actor.ts'
import { type Desk, deskOf, person, textOf } from '../tests/csv-kernel.ts'
import { type ExportQuery, exportCsv } from './export-csv.ts'

let desk: Desk
let ids: string[]
beforeAll(async () => {
  desk = deskOf(await testKernel())
  ids = await asSystem(desk.kernel, async ctx => {
    const [acme] = await ctx.create(company, [{ name: 'Acme, Inc.' }])
    const [vip, odd] = await ctx.create(tag, [{ name: 'VIP' }, { name: 'a; "b"' }])
    const rows = await ctx.create(contact, [
      {
        first_name: 'Ada',
        last_name: '=cmd()',
        email: 'ada@example.com',
        phone: '+33612345678',
        company: acme?.id ?? null,
        tags: [vip?.id ?? '', odd?.id ?? ''],
      },
      { first_name: 'Bob', last_name: 'Martin', status: 'customer' },
    ])
    return rows.map(({ id }) => id)
  })
})
afterAll(async () => {
  await desk.kernel.close()
  await desk.kernel.database.close()
})

const exported = (actor: Actor, query: Partial<ExportQuery> = {}, object = 'contact') =>
  textOf(exportCsv(desk.kernel, actor, desk.kernel.models.get(object), { bom: false, sort: 'first_name', ...query }))

test('as people read it, safe for a spreadsheet, with ids beside titles', async () => {
  const columns = ['id', 'first_name', 'last_name', 'phone', 'company', 'company.id', 'status', 'tags']
  const [header, ada, bob, end] = (await exported(desk.actor, { columns })).split('\r\n')
  expect(header).toBe(columns.join())
  expect(ada).toMatch(
    new RegExp(`^${ids[0]},Ada,'=cmd\\(\\),\\+33612345678,"Acme, Inc\\.",[0-9a-f-]{36},Lead,"VIP; ""a; """"b"""""""$`),
  )
  expect([bob, end]).toEqual([`${ids[1]},Bob,Martin,,,,Customer,`, ''])
})

test('filtered, searched and sorted as a list is; with a mark for spreadsheets', async () => {
  const columns = ['first_name']
  expect(await exported(desk.actor, { columns, where: { status: 'customer' }, bom: true })).toBe(
    '\ufefffirst_name\r\nBob\r\n',
  )
  expect(await exported(desk.actor, { columns, search: 'ada' })).toBe('first_name\r\nAda\r\n')
  expect(await exported(desk.actor, { columns, sort: '-first_name' })).toBe('first_name\r\nBob\r\nAda\r\n')
  await expect(exported(desk.actor, { columns: ['shoe_size'] })).rejects.toMatchObject({
    problems: [{ code: 'unknown-column' }],
  })
})

test('what is masked is not there, what may be read may not always be taken away', async () => {
  const ada = await person(
    desk.kernel,
    { contact: { read: 'everybody', export: 'everybody' } },
    { contact: { personal: 'hidden' } },
  )
  expect((await exported(ada)).split('\r\n')[0]?.split(',')).not.toEqual(expect.arrayContaining(['email', 'phone']))
  await expect(exported(ada, { columns: ['email'] })).rejects.toMatchObject({ problems: [{ code: 'unknown-column' }] })
  expect(await exported(ada, { columns: ['company'] })).not.toContain('Acme')
  await expect(exported(await person(desk.kernel, { contact: { read: 'everybody' } }))).rejects.toMatchObject({
    code: 'forbidden',
  })
  const own = await person(desk.kernel, { contact: { read: 'everybody', export: 'own' } })
  expect(await exported(own, { columns: ['first_name'] })).toBe('first_name\r\n')
})

test('every page once, whatever the order, and no further than the right to it', async () => {
  await asSystem(desk.kernel, ctx =>
    sql`insert into companies (id, name, industry, created_at, updated_at)
    select gen_random_uuid(), 'C' || n, case when n % 3 = 0 then null else 'I' || n % 7 end, now(), now() from generate_series(1, 2500) as n`.execute(
      ctx.db,
    ),
  )
  for (const sort of ['industry', '-industry', '-created_at']) {
    const names = (await exported(desk.actor, { columns: ['name'], sort }, 'company')).split('\r\n').slice(1, -1)
    expect([names.length, new Set(names).size]).toEqual([2501, 2501])
  }
  const ada = await person(desk.kernel, { company: { read: 'everybody', export: 'everybody' } })
  const lines = exportCsv(desk.kernel, ada, desk.kernel.models.get('company'), { bom: false })
  await lines.next()
  await asSystem(desk.kernel, ctx => sql`update role_grants set scope = 'nobody' where verb = 'export'`.execute(ctx.db))
  await expect(lines.next()).rejects.toMatchObject({ code: 'forbidden' })
})
