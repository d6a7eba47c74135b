// What is exported and imported again is the same: into the records it came from, and as new ones.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  about,
  choice,
  choices,
  date,
  email,
  flag,
  longText,
  moment,
  money,
  number,
  percent,
  phone,
  ref,
  refs,
  richText,
  tags,
  text,
  url,
} from '#kernel/fields/index.ts'
import { type AnyObject, defineObject } from '#kernel/schema/object.ts'
import { contact } from '#modules/crm/contact.ts'
import { parts } from '#modules/parts.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { tag } from '../../objects/index.ts'
import { createRecords } from '../records/edge.ts'
import { listRecords } from '../records/list.ts'
import { exportCsv } from './export/export-csv.ts'
import { badOf, type Desk, deskOf, importCsv, textOf } from './tests/csv-kernel.ts'

/** One field of each type, that an import may meet. */
const thing = defineObject('thing', {
  label: ['Thing', 'Things'],
  plural: 'things',
  icon: 'box',
  area: 'work',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, max: 200 }),
    story: longText(),
    body: richText(),
    mail: email(),
    telephone: phone(),
    site: url(),
    whole: number(),
    exact: number({ decimals: 4 }),
    share: percent(),
    price: money(),
    day: date(),
    instant: moment(),
    yes: flag(),
    // One label stands for two options, and is the key of a third.
    colour: choice({ a: 'Red', b: 'Red', Blue: 'Red sky', c: 'Blue' }),
    several: choices({ one: 'One', two: 'Two, or more', three: 'Three; four' }),
    person: ref('contact'),
    people: refs('contact', { roles: { decides: 'Decides', pays: 'Pays' } }),
    about: about(['contact', 'company']),
    tags: tags(),
  },
  list: ['name'],
})

let desk: Desk
let people: readonly string[]
let labels: readonly string[]
beforeAll(async () => {
  desk = deskOf(await testKernel({ ...parts, objects: [...parts.objects, thing as unknown as AnyObject] }))
  ;[people, labels] = await asSystem(desk.kernel, async ctx => {
    const made = await ctx.create(contact, [
      { first_name: 'Ada', last_name: 'Same' },
      { first_name: 'Ada', last_name: 'Same' },
      { last_name: 'Decides (Pays)' },
    ])
    const tagged = await ctx.create(tag, [
      { name: 'VIP' },
      { name: 'a; b' },
      { name: '"quoted", it is' },
      { name: '=odd' },
    ])
    return [made.map(({ id }) => id), tagged.map(({ id }) => id)]
  })
})
afterAll(async () => {
  await desk.kernel.close()
  await desk.kernel.database.close()
})

const nasty = fc.oneof(
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '1', 'a', 'é', '＝', ' ') }),
  fc.string({ unit: 'binary' }),
)
const words = nasty.filter(value => value.isWellFormed() && !value.includes('\0'))
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const decimal = (digits: number, most: number) =>
  fc.integer({ min: -most, max: most }).map(value => Number((value / 10 ** digits).toFixed(digits)))
const known = () => fc.constantFrom(...people)

const record = () =>
  fc.record({
    name: words.map(value => value.slice(0, 100)).filter(value => value.trim() !== ''),
    story: optional(words),
    body: optional(fc.constantFrom('<p>One</p>', '<p>=1 &amp; "two"</p>', '<ul><li>a, b; c</li></ul>')),
    mail: optional(fc.constantFrom('ada@example.com', "o'hara+x@example.com")),
    telephone: optional(fc.constantFrom('+33612345678', '+12133734253')),
    site: optional(fc.constantFrom('https://example.com/?a=1,2;3', 'http://example.com/')),
    whole: optional(fc.integer({ min: -1e12, max: 1e12 })),
    exact: optional(decimal(4, 1e9)),
    share: optional(decimal(2, 10_000).map(Math.abs)),
    price: optional(
      fc.record({
        amount: decimal(2, 1e9).map(value => value.toFixed(2)),
        currency: fc.constantFrom('EUR', 'USD', 'JPY'),
      }),
    ),
    day: optional(fc.constantFrom('0001-01-01', '2026-03-04', '2026-12-25', '9999-12-31')),
    instant: optional(
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map(value => value.toISOString()),
    ),
    yes: fc.boolean(),
    colour: optional(fc.constantFrom('a', 'b', 'Blue', 'c')),
    several: fc.subarray(['one', 'two', 'three']),
    person: optional(known()),
    people: fc.uniqueArray(fc.record({ id: known(), role: optional(fc.constantFrom('decides', 'pays')) }), {
      maxLength: 3,
      selector: ({ id }) => id,
    }),
    about: fc.uniqueArray(known(), { maxLength: 2 }).map(ids => ids.map(id => ({ object: 'contact', id }))),
    tags: fc.subarray([...labels]),
  })

test('things of every type', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record(), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('Europe/Paris', 'UTC', 'America/New_York'),
      fc.constantFrom('en', 'fr'),
      async (records, zone, language) => {
        await sql`truncate things, imports cascade`.execute(desk.kernel.database.db)
        await asSystem(desk.kernel, ctx => createRecords(ctx, ctx.models.get('thing'), records))
        const there = deskOf(desk.kernel, { ...desk.actor, locale: { ...desk.actor.locale, zone, language } })
        const before = await things()
        const file = await textOf(exportCsv(desk.kernel, there.actor, desk.kernel.models.get('thing'), { bom: false }))

        const same = await importCsv(desk, 'thing', file, { blank: 'clear' })
        expect([same.unchanged, await badOf(desk, same.id)]).toEqual([records.length, []])

        await sql`update things set name = 'x', story = 'x', whole = 7, exact = 7, yes = not yes, several = '{one}', price = 1, price_currency = 'CHF', day = '2000-01-01', instant = now(), colour = 'a', person = ${people[2]}`.execute(
          desk.kernel.database.db,
        )
        await sql`delete from links where from_object = 'thing'`.execute(desk.kernel.database.db)
        const again = await importCsv(desk, 'thing', file, { blank: 'clear' })
        expect([again.updated, await badOf(desk, again.id)]).toEqual([records.length, []])
        expect(await things()).toEqual(before)

        await sql`delete from things`.execute(desk.kernel.database.db)
        const { plan } = again
        const fresh = await importCsv(desk, 'thing', file, {
          mode: 'create',
          by: null,
          blank: 'clear',
          columns: plan.columns.filter(({ field }) => field !== 'id'),
        })
        expect([fresh.created, await badOf(desk, fresh.id)]).toEqual([records.length, []])
        expect(byContent(await things())).toEqual(byContent(before))
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 12) },
  )
})

async function things() {
  const { rows } = await asSystem(desk.kernel, ctx =>
    listRecords(ctx, ctx.models.get('thing'), { limit: 100, sort: 'created_at' }),
  )
  return rows.map(({ version: _, updated_at, created_at, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1))
}

const byContent = (rows: readonly object[]) => rows.map(row => JSON.stringify({ ...row, id: undefined })).sort()

test.each(['company', 'contact', 'pipeline', 'tag', 'note'])('%s as it is declared', async object => {
  const model = desk.kernel.models.get(object)
  const made: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
    company: [
      { name: 'Acme', domain: 'acme.com', employees: -0, size: '1001+', tags: labels },
      { name: '-12', industry: '@home' },
    ],
    contact: [
      {
        first_name: 'Zoë',
        last_name: "'quoted",
        email: 'zoe@example.com',
        phone: '+33612345678',
        subscribed: true,
        tags: labels.slice(1),
      },
    ],
    pipeline: [{ name: 'Sales; and more', place: 3 }],
    tag: [{ name: 'green "one"', color: 'green' }],
    note: [{ body: '<p>=1</p>', pinned: true, about: [{ object: 'contact', id: people[0] }] }],
  }
  await asSystem(desk.kernel, ctx => createRecords(ctx, model, made[object] ?? []))
  const file = await textOf(exportCsv(desk.kernel, desk.actor, model, { bom: true }))
  const row = await importCsv(desk, object, file, { blank: 'clear' })
  expect([row.unchanged, row.updated, row.created, await badOf(desk, row.id)]).toEqual([row.rows, 0, 0, []])
  expect(row.rows).toBeGreaterThan(0)
})
