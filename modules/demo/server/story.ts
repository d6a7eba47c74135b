// A year of a small company, day by day, told through the same pipeline that people use.

import { tag } from '#kernel/objects/index.ts'
import type { Id } from '#kernel/schema/field.ts'
import type { Draft, Row } from '#kernel/schema/object.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { company } from '../../crm/company.ts'
import { contact } from '../../crm/contact.ts'
import type { product } from '../../sales/catalogue.ts'
import { competitor } from '../../sales/competitor.ts'
import { deal } from '../../sales/deal.ts'
import { lostReason, pipeline, stage } from '../../sales/pipeline.ts'
import { call } from '../../work/call.ts'
import { note } from '../../work/note.ts'
import { meeting, task } from '../../work/planned.ts'
import type { Chance } from './chance.ts'
import { type Firm, makeFirm, makePerson } from './people.ts'
import { drawUp, openShop, spellOut } from './wares.ts'

export const totals = { companies: 300, contacts: 2000, deals: 400, days: 365 } as const

export interface World {
  readonly chance: Chance
  readonly stages: Row<typeof stage>[]
  readonly reasons: Row<typeof lostReason>[]
  readonly tags: Row<typeof tag>[]
  readonly products: Row<typeof product>[]
  readonly rivals: Row<typeof competitor>[]
  readonly owners: readonly Id<'user'>[]
  readonly firms: { readonly firm: Firm; readonly row: Row<typeof company> }[]
  readonly people: Row<typeof contact>[]
  deals: Row<typeof deal>[]
  readonly tasks: Row<typeof task>[]
  readonly meetings: Row<typeof meeting>[]
  made: number
}

const stages: readonly Omit<Draft<typeof stage>, 'pipeline'>[] = [
  { name: 'New', probability: 10, rots_after: 7 },
  { name: 'Qualified', probability: 25, rots_after: 14, requires: ['contact'] },
  { name: 'Demo', probability: 45, rots_after: 14, requires: ['contact', 'value'] },
  { name: 'Proposal', probability: 65, rots_after: 10, requires: ['value', 'close_date'] },
  { name: 'Negotiation', probability: 85, rots_after: 7, requires: ['value', 'close_date', 'people'] },
]
const reasons = [
  ['Too expensive', 'price'],
  ['Chose a competitor', 'competitor'],
  ['Not now', 'timing'],
  ['A feature was missing', 'product'],
] as const

export async function openWorld(ctx: Context, chance: Chance, owners: readonly Id<'user'>[]): Promise<World> {
  const [sales] = await ctx.create(pipeline, [{ name: 'Sample sales', place: 1 }])
  if (!sales) throw new Error('The pipeline was not made.')
  return {
    chance,
    owners,
    stages: await ctx.create(
      stage,
      stages.map((spec, place) => ({ ...spec, pipeline: sales.id, place })),
    ),
    reasons: await ctx.create(
      lostReason,
      reasons.map(([name, about]) => ({ name: `${name} (sample)`, about })),
    ),
    products: await openShop(ctx),
    rivals: await ctx.create(competitor, [
      { name: 'Northwind (sample)', strengths: 'Cheap', weaknesses: 'Support by mail only' },
      { name: 'Contoso (sample)', strengths: 'Well known', weaknesses: 'Slow to install' },
    ]),
    tags: await ctx.create(tag, [
      { name: 'sample: priority', color: 'red' },
      { name: 'sample: newsletter', color: 'blue' },
      { name: 'sample: partner', color: 'green' },
    ]),
    firms: [],
    people: [],
    deals: [],
    tasks: [],
    meetings: [],
    made: 0,
  }
}

/** One day of the year: who was met, what was offered, what moved. */
export async function liveDay(ctx: Context, world: World, day: number) {
  const share = day / totals.days
  await meetFirms(ctx, world, Math.round(totals.companies * share) - world.firms.length)
  await meetPeople(ctx, world, Math.round(totals.contacts * share) - world.people.length)
  await offer(ctx, world, Math.round(totals.deals * share) - world.made)
  await moveDeals(ctx, world)
  if (day !== totals.days) return
  await drawUp(ctx, farDeals(world))
  await finishOld(ctx, world)
}

/** Of a year of tasks a few are late; the others were done, and the meetings held. */
async function finishOld(ctx: Context, { tasks, meetings }: World) {
  const before = dayAfter(ctx.today, -4)
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  const done = tasks.filter(({ due_date }) => due_date !== null && due_date < before)
  const held = meetings.filter(({ starts_at }) => starts_at.slice(0, 10) < before)
  await ctx.do(task, 'finish', ids(done), {})
  await ctx.do(meeting, 'hold', ids(held), {})
}

function farDeals({ deals, stages: steps }: World) {
  const far = steps.slice(-2).map(({ id }) => id)
  return deals.filter(({ stage }) => far.includes(stage))
}

const ownerOf = ({ chance, owners }: World) => (owners.length ? chance.oneOf(owners) : null)

async function meetFirms(ctx: Context, world: World, count: number) {
  const firms = Array.from({ length: Math.max(0, count) }, (_, at) =>
    makeFirm(world.chance, world.firms.length + at + 1),
  )
  const rows = await ctx.create(
    company,
    firms.map(({ values }) => ({
      ...values,
      owner_id: ownerOf(world),
      tags: world.chance.happens(0.1) ? [tagOf(world)] : [],
    })),
  )
  world.firms.push(...rows.map((row, at) => ({ row, firm: firms[at] as Firm })))
}

const tagOf = ({ chance, tags }: World) => chance.oneOf(tags).id

async function meetPeople(ctx: Context, world: World, count: number) {
  const { chance } = world
  const drafts = Array.from({ length: Math.max(0, count) }, (_, at) => {
    const { firm, row } = chance.oneOf(world.firms)
    const status = chance.oneOf(['lead', 'lead', 'prospect', 'customer'] as const)
    return {
      ...makePerson(chance, firm, world.people.length + at + 1),
      company: row.id,
      status,
      owner_id: row.owner_id,
      tags: chance.happens(0.15) ? [tagOf(world)] : [],
    }
  })
  const rows = await ctx.create(contact, drafts)
  world.people.push(...rows)
  const noted = rows.filter(() => chance.happens(0.35))
  await ctx.create(
    note,
    noted.map(row => ({
      body: `<p>${chance.oneOf(notes)}</p>`,
      owner_id: row.owner_id,
      about: [{ object: 'contact', id: row.id }],
    })),
  )
}

const notes = [
  'Met at the trade fair; wants to hear more in spring.',
  'Decides together with the finance director.',
  'Happy with the trial, asks about support hours.',
  'Prefers to be called in the morning.',
  'Their contract with the present supplier ends in June.',
  'Would like a reference from the same industry.',
]
const wares = [
  'Fleet plan',
  'Starter licence',
  'Team licence',
  'Support contract',
  'Onboarding',
  'Annual renewal',
  'Pilot project',
  'Campaigns add-on',
]

async function offer(ctx: Context, world: World, count: number) {
  const { chance } = world
  const drafts = Array.from({ length: Math.max(0, count) }, () => {
    const person = chance.oneOf(world.people)
    return {
      title: `${chance.oneOf(wares)} for ${world.firms.find(({ row }) => row.id === person.company)?.row.name ?? person.last_name}`,
      value: { amount: `${chance.whole(8, 900) * 100}.00`, currency: ctx.kernel.locale.currency },
      contact: person.id,
      company: person.company,
      people: [{ id: person.id, role: 'decides' }],
      competitors: chance.happens(0.3) ? [{ id: chance.oneOf(world.rivals).id, role: 'running' }] : [],
      stage: (world.stages[0] as Row<typeof stage>).id,
      close_date: dayAfter(ctx.today, chance.whole(20, 120)),
      owner_id: person.owner_id,
    }
  })
  const rows = await ctx.create(deal, drafts)
  await spellOut(ctx, chance, world.products, rows)
  world.made += rows.length
  world.deals.push(
    ...(await ctx.byIds(
      deal,
      rows.map(({ id }) => id),
    )),
  )
  const tasks = await ctx.create(
    task,
    rows
      .filter(() => chance.happens(0.7))
      .map(row => ({
        title: chance.oneOf([
          'Send the quote',
          'Call back',
          'Prepare the demo',
          'Ask for the order',
          'Check the terms',
        ]),
        due_date: dayAfter(ctx.today, chance.whole(1, 21)),
        priority: chance.oneOf(['low', 'normal', 'normal', 'high'] as const),
        owner_id: row.owner_id,
        about: [{ object: 'deal', id: row.id }],
      })),
  )
  world.tasks.push(...tasks)
  await talk(ctx, world, rows)
}

/** On the telephone, and at a table some days later. */
async function talk(ctx: Context, { chance, meetings }: World, deals: readonly Row<typeof deal>[]) {
  const about = (row: Row<typeof deal>) => [{ object: 'deal', id: row.id }]
  const at = (days: number) =>
    `${dayAfter(ctx.today, days)}T${String(chance.whole(7, 15)).padStart(2, '0')}:${chance.oneOf(['00', '30'])}:00.000Z`
  await ctx.create(
    call,
    deals
      .filter(() => chance.happens(0.5))
      .map(row => ({
        subject: chance.oneOf(['First call', 'Asked what they need', 'Talked about the price', 'Wanted to know more']),
        direction: chance.oneOf(['out', 'out', 'in'] as const),
        outcome: chance.oneOf(['reached', 'reached', 'message', 'no_answer'] as const),
        minutes: chance.whole(2, 25),
        owner_id: row.owner_id,
        about: about(row),
      })),
  )
  const met = await ctx.create(
    meeting,
    deals
      .filter(() => chance.happens(0.3))
      .map(row => ({
        title: chance.oneOf(['Demo', 'Walk through the quote', 'Meet the team', 'Kick-off']),
        starts_at: at(chance.whole(2, 20)),
        place: chance.oneOf(['At their office', 'In our showroom', null]),
        guests: row.contact ? [{ id: row.contact, role: chance.oneOf(['accepted', null] as const) }] : [],
        owner_id: row.owner_id,
        about: about(row),
      })),
  )
  meetings.push(...met)
}

/** Open deals go on, are won or are lost; most within three months. */
async function moveDeals(ctx: Context, world: World) {
  const { chance, stages: steps } = world
  const moving = world.deals.filter(() => chance.happens(0.045))
  const next = (row: Row<typeof deal>) => steps[steps.findIndex(({ id }) => id === row.stage) + 1]
  const lost = moving.filter(() => chance.happens(0.14))
  const rest = moving.filter(row => !lost.includes(row))
  const won = rest.filter(row => !next(row) && chance.happens(0.8))
  const moved = rest.filter(row => next(row))
  const after = await ctx.updateEach(
    deal,
    moved.map(row => ({ row, patch: { stage: next(row)?.id ?? row.stage } })),
    'stage_changed',
  )
  if (won.length)
    await ctx.do(
      deal,
      'win',
      won.map(({ id }) => id),
      {},
    )
  for (const row of lost) await ctx.do(deal, 'lose', [row.id], { reason: chance.oneOf(world.reasons).id })
  const fresh = new Map(after.map(row => [row.id, row]))
  world.deals = world.deals
    .filter(row => !won.includes(row) && !lost.includes(row))
    .map(row => fresh.get(row.id) ?? row)
}

function dayAfter(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
