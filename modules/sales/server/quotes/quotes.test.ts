import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Draft, InnerPatch } from '#kernel/schema/object.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import type { JobCtx } from '#kernel/server/actions/behaviours.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { undoBatch } from '#kernel/server/changes/undo.ts'
import { mergeRecords } from '#kernel/server/duplicates/merge.ts'
import { saveFile } from '#kernel/server/files/files.ts'
import { hashToken } from '#kernel/server/identity/token.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { checkMessage, type Message } from '#kernel/server/mail/message.ts'
import { eraseRecords } from '#kernel/server/records/edge.ts'
import { companyName } from '#kernel/server/settings/company.ts'
import { letterheadLogo } from '#kernel/server/settings/letterhead.ts'
import { writeSetting } from '#kernel/server/settings/settings.ts'
import { testEngine } from '../../../../tests/database.ts'
import { make } from '../../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../../tests/kernel.ts'
import { company } from '../../../crm/company.ts'
import { contact } from '../../../crm/contact.ts'
import { dealLine, quoteLine } from '../../catalogue.ts'
import { deal } from '../../deal.ts'
import type { QuoteDocument } from '../../document.ts'
import { quote } from '../../quote.ts'
import { acceptByLink, findByLink, markSeen, pageOf } from './by-link.ts'
import { quoteJobs, sendJob } from './jobs.ts'
import { quoteToken } from './link.ts'
import { sentPdf } from './pdf.ts'
import { quoteNumbers } from './settings.ts'

let kernel: Kernel
/** Moved on by the tests that need another day. */
let now = new Date('2026-03-10T12:00:00Z')
beforeAll(async () => {
  kernel = { ...(await testKernel()), clock: () => now } as Kernel
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const dollars = (amount: string) => ({ amount, currency: 'USD' })
const visitor = { ip: '203.0.113.9', userAgent: 'A browser' }
const lines = [
  { name: 'Setup', unit_price: dollars('1.005'), tax: 20 },
  { name: 'Seats', quantity: 3, unit_price: dollars('33.33'), discount: 10, tax: 20, recurring: 'month', periods: 24 },
  { name: 'Support', unit_price: dollars('100'), recurring: 'year' },
] as const

async function sellable(more: Partial<Draft<typeof deal>> = {}) {
  const person = await make(kernel, contact, {
    first_name: 'Zoé',
    last_name: 'Łuczak',
    email: `zoe${++people}@example.test`,
  })
  const { id } = await make(kernel, deal, { title: 'Fleet', contact: person.id, ...more })
  await asSystem(kernel, ctx =>
    ctx.create(
      dealLine,
      lines.map((line, place) => ({ ...line, deal: id, place })),
    ),
  )
  return { id, person }
}
let people = 0

const act = <A extends keyof (typeof quote)['actions']>(action: A, id: string, input: object = {}) =>
  asSystem(kernel, ctx => ctx.do(quote, action, [id], input as never))
const quotesOf = (of: string) =>
  asSystem(kernel, async ctx => (await ctx.find(quote, { deal: of })).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
const read = async (id: string) => {
  const [row] = await asSystem(kernel, ctx => ctx.byIds(quote, [id]))
  if (!row) throw new Error('There is no such quote.')
  return row
}
async function drafted(of: string) {
  await asSystem(kernel, ctx => ctx.do(deal, 'quote', [of], {}))
  const row = (await quotesOf(of)).at(-1)
  if (!row) throw new Error('No quote was made.')
  return row
}
const sent = async (of: string) => (await act('send', (await drafted(of)).id))[0] ?? never()
const never = (): never => {
  throw new Error('Nothing was sent.')
}
// The clock of these tests runs backwards, that of who counts tries does not.
const open = (id: string) =>
  findByLink(kernel, quoteToken(kernel.secrets, id), { ...visitor, ip: `192.0.2.${visits++}` })
let visits = 0
const sign = async (id: string) => acceptByLink(kernel, await open(id), { name: 'Zoé Łuczak', drawing: null }, visitor)
const change = (id: string, patch: InnerPatch<typeof quote>) =>
  asSystem(kernel, async ctx => ctx.update(quote, await ctx.byIds(quote, [id]), patch))
const running = (): JobCtx => ({
  ...{ kernel, actor: systemActor(kernel.locale), source: 'job', batch: kernel.newId(), now: now.toISOString() },
  ...{ today: now.toISOString().slice(0, 10), signal: new AbortController().signal },
  transaction: run => asSystem(kernel, run),
  finish: run => asSystem(kernel, run),
})
const dealOf = async (id: string) => (await asSystem(kernel, ctx => ctx.byIds(deal, [id])))[0]

it('is made of the lines of its deal, and comes to the same to the cent', async () => {
  const { id, person } = await sellable()
  const made = await drafted(id)
  const worth = await dealOf(id)
  expect(made).toMatchObject({
    ...{ title: 'Fleet', contact: person.id, status: 'draft', number: null, currency: 'USD', language: 'en' },
    ...{ value: worth?.value, monthly: worth?.monthly, yearly: worth?.yearly, valid_until: '2026-04-09' },
    // 0.20 + 24 × 18.00
    ...{ tax_amount: dollars('432.20'), total: dollars('2692.97') },
  })
  expect(made.value).toEqual(dollars('2260.77'))
  await asSystem(kernel, async ctx => ctx.remove(dealLine, await ctx.find(dealLine, { deal: id })))
  expect((await read(made.id)).value).toEqual(dollars('2260.77'))
  await expect(drafted(id)).rejects.toMatchObject({ code: 'quote.no-lines' })
})

it('is numbered when it is sent, keeps only the hash of its link, and says once what it says', async () => {
  const { id } = await sellable()
  const row = await sent(id)
  expect(row).toMatchObject({
    status: 'sent',
    number: expect.stringMatching(/^Q-2026-\d{4}$/),
    sent_to: expect.any(String),
  })
  const token = quoteToken(kernel.secrets, row.id)
  const stored = await kernel.database.db
    .selectFrom('quote_documents')
    .select(['quote_id', 'token_hash', 'content', 'sha256'])
    .where('quote_id', '=', row.id)
    .executeTakeFirst()
  expect(stored?.token_hash).toBe(hashToken(token))
  expect(JSON.stringify(stored)).not.toContain(token)
  const document = JSON.parse(stored?.content ?? '') as QuoteDocument
  expect(document).toMatchObject({
    number: row.number,
    to: { person: 'Zoé Łuczak', company: null },
    lines: [{ name: 'Setup', net: '1.01' }, { name: 'Seats', quantity: '3', net: '89.99' }, { name: 'Support' }],
    sums: {
      contract: { net: '2260.77', tax: '432.20', total: '2692.97' },
      once: { net: '1.01', tax: '0.20', total: '1.21' },
      month: { net: '89.99', tax: '18.00', total: '107.99' },
      year: { net: '100.00', tax: '0.00', total: '100.00' },
      taxes: [
        { rate: '20', net: '2160.77', tax: '432.20' },
        { rate: '0', net: '100.00', tax: '0.00' },
      ],
    },
  })
})

it('is numbered year by year, as the company writes it, without a gap when sending fails', async () => {
  const format = (value: string) => asSystem(kernel, ctx => writeSetting(ctx, quoteNumbers, value))
  await format('D/YY/###')
  const [first, failing] = [await sellable(), await sellable()]
  const before = (await sent(first.id)).number ?? ''
  const half = asSystem(kernel, async ctx => {
    await ctx.do(deal, 'quote', [failing.id], {})
    await ctx.do(
      quote,
      'send',
      (await ctx.find(quote, { deal: failing.id })).map(row => row.id),
      {},
    )
    throw new Error('no')
  })
  await expect(half).rejects.toThrow('no')
  const next = (await sent(failing.id)).number ?? ''
  expect(before).toMatch(/^D\/26\/\d{3}$/)
  expect(Number(next.slice(5))).toBe(Number(before.slice(5)) + 1)
  now = new Date('2027-01-01T12:00:00Z')
  expect((await sent((await sellable()).id)).number).toBe('D/27/001')
  now = new Date('2026-03-10T12:00:00Z')
  await expect(format('D-YYYY')).rejects.toMatchObject({
    problems: [{ field: 'quote_numbers', code: 'number-format' }],
  })
  await format('Q-YYYY-####')
})

it('passes over numbers that another way of writing them has given already', async () => {
  now = new Date('2031-05-05T12:00:00Z')
  const given = [(await sent((await sellable()).id)).number, (await sent((await sellable()).id)).number]
  await asSystem(kernel, ctx => writeSetting(ctx, quoteNumbers, 'Q-2031-####'))
  const [one, other] = [await drafted((await sellable()).id), await drafted((await sellable()).id)]
  const rows = await asSystem(kernel, ctx => ctx.do(quote, 'send', [one.id, other.id], {}))
  expect(given).toEqual(['Q-2031-0001', 'Q-2031-0002'])
  expect(rows.map(({ number }) => number)).toEqual(['Q-2031-0003', 'Q-2031-0004'])
  await asSystem(kernel, ctx => writeSetting(ctx, quoteNumbers, 'Q-YYYY-####'))
  now = new Date('2026-03-10T12:00:00Z')
})

it.skipIf(testEngine !== 'postgres')('is given a number of its own when many are sent at once', async () => {
  const drafts = await Promise.all(Array.from({ length: 8 }, async () => drafted((await sellable()).id)))
  const rows = (await Promise.all(drafts.map(({ id }) => act('send', id)))).flat()
  const numbers = rows.map(({ number }) => Number(number?.slice(-4))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, at) => (numbers[0] ?? 0) + at))
})

it.skipIf(testEngine !== 'postgres')('is sent once, by whoever comes first', async () => {
  const { id } = await drafted((await sellable()).id)
  const tries = await Promise.allSettled([act('send', id), act('send', id)])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('is not sent without lines, an address or a day to come', async () => {
  const { id } = await sellable({ contact: null })
  const row = await drafted(id)
  await expect(act('send', row.id)).rejects.toMatchObject({ problems: [{ field: 'email', code: 'quote.no-address' }] })
  await change(row.id, { valid_until: '2026-03-09' })
  await expect(act('send', row.id, { unmailed: true })).rejects.toMatchObject({ code: 'quote.out-of-date' })
  await change(row.id, { valid_until: null })
  await asSystem(kernel, async ctx => ctx.remove(quoteLine, await ctx.find(quoteLine, { quote: row.id })))
  await expect(act('send', row.id, { unmailed: true })).rejects.toMatchObject({ code: 'quote.no-lines' })
  expect(await read(row.id)).toMatchObject({ status: 'draft', number: null })
})

it('stays as it is once it was sent: itself, its lines, and for who would undo it', async () => {
  const { id } = await sellable()
  const draft = await drafted(id)
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, ctx => ctx.do(quote, 'send', [draft.id], {}))
  const whole = await read(draft.id)
  const [line] = await asSystem(kernel, ctx => ctx.find(quoteLine, { quote: draft.id }))
  const refused = { code: 'quote.sent' }
  const another = await make(kernel, contact)
  await expect(change(draft.id, { terms: '<p>Else</p>' })).rejects.toMatchObject(refused)
  await expect(change(draft.id, { contact: another.id })).rejects.toMatchObject(refused)
  await expect(change(draft.id, { company: (await make(kernel, company)).id })).rejects.toMatchObject(refused)
  for (const write of [
    () => asSystem(kernel, ctx => ctx.create(quoteLine, [{ quote: draft.id, name: 'More', unit_price: dollars('1') }])),
    () => asSystem(kernel, ctx => ctx.updateEach(quoteLine, line ? [{ row: line, patch: { quantity: 9 } }] : [])),
    () => asSystem(kernel, ctx => ctx.remove(quoteLine, line ? [line] : [])),
  ])
    await expect(write()).rejects.toMatchObject(refused)
  expect((await undoBatch(kernel, doing, batch)).kept).toMatchObject([{ code: 'quote.no-way-back' }])
  expect(await read(draft.id)).toEqual(whole)
})

it('follows the person it is for into whom they are merged, and back', async () => {
  const { id, person } = await sellable()
  const row = await sent(id)
  const twin = await make(kernel, contact, { last_name: 'Łuczak' })
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, ctx =>
    mergeRecords(ctx, ctx.models.get('contact'), { survivor: twin.id, others: [person.id], choices: {} }),
  )
  expect((await read(row.id)).contact).toBe(twin.id)
  expect(await undoBatch(kernel, doing, batch)).toMatchObject({ kept: [] })
  expect((await read(row.id)).contact).toBe(person.id)
})

it('takes no line back that was taken out before it was sent', async () => {
  const draft = await drafted((await sellable()).id)
  const [line] = await asSystem(kernel, ctx => ctx.find(quoteLine, { quote: draft.id }))
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, ctx => ctx.remove(quoteLine, line ? [line] : []))
  now = new Date('2026-03-10T12:00:01Z')
  await act('send', draft.id)
  expect((await undoBatch(kernel, doing, batch)).kept).toContainEqual(
    expect.objectContaining({ object: 'quote_line', code: 'quote.sent' }),
  )
  expect(await asSystem(kernel, ctx => ctx.find(quoteLine, { quote: draft.id }))).toHaveLength(lines.length - 1)
  now = new Date('2026-03-10T12:00:00Z')
})

it('says with which letterhead it was sent, whatever became of that', async () => {
  const head = (name: string, logo: string | null) =>
    asSystem(kernel, async ctx => {
      await writeSetting(ctx, companyName, name)
      await writeSetting(ctx, letterheadLogo, logo)
    })
  const saving = { ...{ db: kernel.database.db, store: kernel.store, actorId: null }, now: now.toISOString() }
  const picture = await saveFile({ ...saving, newId: kernel.newId }, Readable.from([Buffer.from(png, 'base64')]), {
    name: 'logo.png',
    maxBytes: 2 ** 20,
  })
  await head('Northwind', picture.id)
  const row = await sent((await sellable()).id)
  const pdf = async () => {
    const { content, made_at } = await open(row.id)
    return buffer((await sentPdf(kernel, row.id, content, made_at)).stream)
  }
  const first = await pdf()
  await head('Southwind', null)
  expect(Buffer.compare(await pdf(), first)).toBe(0)
  expect(pageOf(kernel, await open(row.id))).toMatchObject({
    company: 'Northwind',
    logo: expect.stringContaining(`/api/files/${picture.id}?`),
  })
  expect(pageOf(kernel, await open((await sent((await sellable()).id)).id))).toMatchObject({
    company: 'Southwind',
    logo: null,
  })
})
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

it('goes to the trash with its lines and comes back, and its link leads nowhere meanwhile', async () => {
  const row = await sent((await sellable()).id)
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, async ctx => ctx.remove(quote, await ctx.byIds(quote, [row.id])))
  await expect(open(row.id)).rejects.toMatchObject({ code: 'quote.no-such-link' })
  expect(await undoBatch(kernel, doing, batch)).toMatchObject({ kept: [] })
  expect((await open(row.id)).status).toBe('sent')
})

it('gets a new version, which takes its place and keeps its number', async () => {
  const { id } = await sellable()
  const first = await sent(id)
  const [second] = await act('revise', first.id)
  expect(second).toMatchObject({ status: 'draft', revision: 2, revises: first.id, total: first.total, number: null })
  expect(await read(first.id)).toMatchObject({ status: 'withdrawn' })
  expect(pageOf(kernel, await open(first.id))).toMatchObject({ status: 'withdrawn', document: null })
  await expect(act('revise', first.id)).rejects.toMatchObject({ code: 'quote.revised' })
  await act('send', second?.id ?? '')
  expect((await read(second?.id ?? '')).number).toBe(`${first.number}-v2`)
  const [third] = await act('revise', second?.id ?? '')
  await act('send', third?.id ?? '')
  expect((await read(third?.id ?? '')).number).toBe(`${first.number}-v3`)
})

it('keeps a number that looks like a version itself', async () => {
  await asSystem(kernel, ctx => writeSetting(ctx, quoteNumbers, 'Q-v####'))
  const first = await sent((await sellable()).id)
  const [second] = await act('revise', first.id)
  expect((await act('send', second?.id ?? ''))[0]?.number).toBe(`${first.number}-v2`)
  await asSystem(kernel, ctx => writeSetting(ctx, quoteNumbers, 'Q-YYYY-####'))
})

it('is called after its deal, and mailed, whatever that is called', async () => {
  const { id } = await sellable({ title: `A${'😀'.repeat(250)}` })
  expect([...(await drafted(id)).title]).toHaveLength(200)
  const strange = await sent((await sellable({ title: 'Fleet\u0007 of\u0085cars' })).id)
  const mails: Message[] = []
  const send = async (message: Message) => {
    mails.push(checkMessage(message, { email: 'us@example.test' }))
    return { messageId: '', refused: [] }
  }
  const job = quoteJobs({ mailer: { send, close() {} }, publicUrl: '' }).find(({ name }) => name === sendJob)
  await job?.run(running(), { id: strange.id, email: 'zoe@example.test', message: null, by: null })
  expect(mails).toMatchObject([{ subject: `Quote ${strange.number}: Fleet  of cars` }])
})

it('wins the deal when it is accepted, and withdraws the others', async () => {
  const owner = await asSystem(
    kernel,
    async ctx =>
      (
        await sql<{
          id: string
        }>`insert into users (id, name, email, active, created_at, updated_at, time_zone, language)
      values (${kernel.newId()}, 'Maya', 'maya@example.test', true, now(), now(), 'UTC', 'en') returning id`.execute(
          ctx.db,
        )
      ).rows[0]?.id,
  )
  const { id } = await sellable({ owner_id: owner ?? null })
  const [one, other, draft] = [await sent(id), await sent(id), await drafted(id)]
  const found = await open(one.id)
  await markSeen(kernel, found)
  await markSeen(kernel, found)
  expect((await read(one.id)).seen_at).not.toBeNull()
  await sign(one.id)
  expect(await read(one.id)).toMatchObject({ status: 'accepted', accepted_by: 'Zoé Łuczak' })
  expect([(await read(other.id)).status, (await read(draft.id)).status]).toEqual(['withdrawn', 'draft'])
  expect(await dealOf(id)).toMatchObject({ status: 'won', closed_on: '2026-03-10' })
  const signature = await kernel.database.db
    .selectFrom('quote_signatures')
    .select(['name', 'ip', 'user_agent', 'sha256'])
    .where('quote_id', '=', one.id)
    .executeTakeFirst()
  expect(signature).toMatchObject({ name: 'Zoé Łuczak', ip: visitor.ip, user_agent: 'A browser', sha256: found.sha256 })
  const changes = await kernel.database.db
    .selectFrom('changes')
    .select(['events', 'actor_id', 'batch'])
    .where('record_id', 'in', [id, one.id])
    .execute()
  const told = changes.filter(({ events }) => events.includes('won') || events.includes('accepted'))
  expect(told).toHaveLength(2)
  expect(new Set(told.map(({ actor_id, batch }) => `${actor_id} ${batch}`)).size).toBe(1)
  const notices = await kernel.database.db
    .selectFrom('notifications')
    .select(['code', 'params'])
    .where('user_id', '=', owner ?? '')
    .execute()
  expect(JSON.stringify(notices)).not.toContain('Zoé')
  expect(notices.map(({ code }) => code).sort()).toEqual(['quote.notice-accepted', 'quote.notice-seen'])
  await expect(sign(one.id)).rejects.toMatchObject({ code: 'quote.answered' })
})

it('is kept once it was accepted, and its deal stays won by it, for who would undo that', async () => {
  const { id } = await sellable()
  const row = await sent(id)
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, ctx => ctx.do(quote, 'accept', [row.id], { name: 'Zoé' }))
  const { undone, kept } = await undoBatch(kernel, doing, batch)
  expect([undone, kept.map(({ object, code }) => [object, code])]).toEqual([
    0,
    [
      ['quote', 'quote.no-way-back'],
      ['deal', 'quote.won-deal'],
    ],
  ])
  expect([(await read(row.id)).status, (await dealOf(id))?.status]).toEqual(['accepted', 'won'])
  await asSystem(kernel, ctx => ctx.do(deal, 'reopen', [id], {}))
  const removed = kernel.newId()
  await inContext(kernel, { ...doing, batch: removed }, async ctx => ctx.remove(deal, await ctx.byIds(deal, [id])))
  for (const [object, gone] of [
    [quote, row.id],
    [deal, id],
  ] as const)
    await expect(asSystem(kernel, ctx => eraseRecords(ctx, ctx.models.get(object.name), [gone]))).rejects.toMatchObject(
      { code: 'quote.kept' },
    )
  expect(await undoBatch(kernel, doing, removed)).toMatchObject({ kept: [] })
  expect((await read(row.id)).status).toBe('accepted')
})

it.skipIf(testEngine !== 'postgres')(
  'is accepted once, and only one of a deal, however many sign at once',
  async () => {
    const { id } = await sellable()
    const [one, other] = [await sent(id), await sent(id)]
    const tries = await Promise.allSettled([sign(one.id), sign(one.id), sign(other.id), sign(other.id)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const rows = await quotesOf(id)
    expect(rows.map(({ status }) => status).sort()).toEqual(['accepted', 'withdrawn'])
    const { rows: signed } =
      await sql`select 1 from quote_signatures where quote_id = any(${rows.map(row => row.id)}::uuid[])`.execute(
        kernel.database.db,
      )
    expect(signed).toHaveLength(1)
  },
)

it('does not hold when it comes back from the trash after another one was accepted', async () => {
  const { id } = await sellable()
  const [one, other] = [await sent(id), await sent(id)]
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, async ctx => ctx.remove(quote, await ctx.byIds(quote, [other.id])))
  now = new Date('2026-03-10T13:00:00Z')
  await sign(one.id)
  await undoBatch(kernel, doing, batch)
  await expect(sign(other.id)).rejects.toMatchObject({ code: 'quote.not-sent' })
  now = new Date('2026-03-10T14:00:00Z')
  await sign((await sent(id)).id)
  now = new Date('2026-03-10T12:00:00Z')
})

it('wins a deal again that was lost', async () => {
  const { id } = await sellable()
  const row = await sent(id)
  await asSystem(kernel, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { status: 'lost' }, 'lost'))
  await sign(row.id)
  expect((await dealOf(id))?.status).toBe('won')
})

it('is over after its day, by the calendar of the company, and told so by a job', async () => {
  const { id } = await sellable()
  const draft = await drafted(id)
  await change(draft.id, { valid_until: '2026-03-10' })
  await act('send', draft.id)
  const job = quoteJobs({ mailer: { send: async () => never(), close() {} }, publicUrl: '' }).find(
    ({ name }) => name === 'quote.expire',
  )
  const night = () => job?.run(running(), {})
  now = new Date('2026-03-10T23:59:00Z')
  await night()
  expect((await open(draft.id)).status).toBe('sent')
  now = new Date('2026-03-11T00:01:00Z')
  expect((await open(draft.id)).status).toBe('expired')
  await expect(sign(draft.id)).rejects.toMatchObject({ code: 'quote.expired' })
  expect((await read(draft.id)).status).toBe('sent')
  await night()
  expect((await read(draft.id)).status).toBe('expired')
  await expect(sign(draft.id)).rejects.toMatchObject({ code: 'quote.expired' })
  const [again] = await act('revise', draft.id)
  expect([(await read(draft.id)).status, again?.valid_until]).toEqual(['expired', '2026-04-10'])
  now = new Date('2026-03-10T12:00:00Z')
})

it('says why it was declined, and is not accepted then', async () => {
  const row = await sent((await sellable()).id)
  await act('decline', row.id, { reason: 'Too dear' })
  expect(await read(row.id)).toMatchObject({ status: 'declined', decline_reason: 'Too dear' })
  await expect(sign(row.id)).rejects.toMatchObject({ code: 'quote.answered' })
})

it('lets nobody try links for long', async () => {
  const guesser = { ip: '198.51.100.7', userAgent: '' }
  const guess = () => findByLink(kernel, 'x'.repeat(43), guesser).catch(({ code }) => code)
  const answers = []
  for (let at = 0; at < 23; at++) answers.push(await guess())
  expect(new Set(answers)).toEqual(new Set(['quote.no-such-link', 'too-many-tries']))
})
