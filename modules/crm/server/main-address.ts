// A person's main e-mail address and telephone stand on the contact as well, where lists, filters and mails look.

import { sql } from 'kysely'
import type { Row } from '#kernel/schema/object.ts'
import { consequence } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { contact, contactEmail, contactPhone } from '../contact.ts'

type Contact = Row<typeof contact>

export const emailOfNew = consequence(contact, ['created'], async (ctx, drafts) => {
  const withEmail = drafts.filter(({ after }) => after.email)
  const rows = withEmail.map(({ after }) => ({ contact: after.id, address: after.email ?? '', main: true }))
  await mirroring(ctx.blaming('email')).create(contactEmail, rows)
})

export const phoneOfNew = consequence(contact, ['created'], async (ctx, drafts) => {
  const withPhone = drafts.filter(({ after }) => after.phone)
  const rows = withPhone.map(({ after }) => ({ contact: after.id, number: after.phone ?? '', main: true }))
  await mirroring(ctx.blaming('phone')).create(contactPhone, rows)
})

/** Writes the rows of new contacts: what they say, and what the contacts say, is the same. */
function mirroring(ctx: Context) {
  mirrors.add(ctx)
  return ctx
}
const mirrors = new WeakSet<Context>()

export const emailOfChanged = consequence(contact, ['updated'], async (ctx, drafts) => {
  for (const { before, after } of drafts)
    if (before?.email !== after.email) await moveEmail(ctx.blaming('email'), after)
})

export const phoneOfChanged = consequence(contact, ['updated'], async (ctx, drafts) => {
  for (const { before, after } of drafts)
    if (before?.phone !== after.phone) await movePhone(ctx.blaming('phone'), after)
})

async function moveEmail(ctx: Context, { id, email }: Contact) {
  const rows = await ctx.find(contactEmail, { contact: id })
  const wanted = rows.find(({ address }) => address === email)
  const main = rows.find(row => row.main)
  if (wanted) await ctx.update(contactEmail, [wanted], { main: true })
  else if (email === null) await ctx.remove(contactEmail, main ? [main] : [])
  else if (main) await ctx.update(contactEmail, [main], { address: email })
  else await ctx.create(contactEmail, [{ contact: id, address: email, main: true }])
}

async function movePhone(ctx: Context, { id, phone }: Contact) {
  const rows = await ctx.find(contactPhone, { contact: id })
  const wanted = rows.find(({ number }) => number === phone)
  const main = rows.find(row => row.main)
  if (wanted) await ctx.update(contactPhone, [wanted], { main: true })
  else if (phone === null) await ctx.remove(contactPhone, main ? [main] : [])
  else if (main) await ctx.update(contactPhone, [main], { number: phone })
  else await ctx.create(contactPhone, [{ contact: id, number: phone, main: true }])
}

/** The other way round: whatever happens to the rows, one is the main one, and the contact says the same. */
export const emailOfRows = consequence(
  contactEmail,
  ['created', 'updated', 'deleted', 'restored'],
  async (ctx, drafts) => {
    for (const { person, touched } of await peopleOf(ctx, drafts)) {
      const rows = await ctx.find(contactEmail, { contact: person.id })
      const main = mainOf(rows, touched)
      await ctx.updateEach(
        contactEmail,
        rows.map(row => ({ row, patch: { main: row === main } })),
      )
      // The rows may have told the contact already.
      await ctx.update(contact, await ctx.byIds(contact, [person.id]), { email: main?.address ?? null })
    }
  },
)

export const phoneOfRows = consequence(
  contactPhone,
  ['created', 'updated', 'deleted', 'restored'],
  async (ctx, drafts) => {
    for (const { person, touched } of await peopleOf(ctx, drafts)) {
      const rows = await ctx.find(contactPhone, { contact: person.id })
      const main = mainOf(rows, touched)
      await ctx.updateEach(
        contactPhone,
        rows.map(row => ({ row, patch: { main: row === main } })),
      )
      await ctx.update(contact, await ctx.byIds(contact, [person.id]), { phone: main?.number ?? null })
    }
  },
)

interface Touched {
  readonly before: { readonly contact: string } | null
  readonly after: { readonly id: string; readonly contact: string; readonly main: boolean }
}

/**
 * People whose rows no longer say what the contact says; most writes come from the contact itself and agree. Who
 * lost a row to somebody else comes first: the address must be free before the other has it.
 */
async function peopleOf(ctx: Context, drafts: readonly Touched[]) {
  if (mirrors.has(ctx)) return []
  const losers = new Set(
    drafts.flatMap(({ before, after }) => (before && before.contact !== after.contact ? [before.contact] : [])),
  )
  const byPerson = Map.groupBy(drafts, ({ after }) => after.contact)
  const { rows } =
    await sql<Mirror>`select id, email, phone, version from contacts where id = any(${[...byPerson.keys()]}::uuid[])`.execute(
      ctx.db,
    )
  const astray = rows.filter(person => !(byPerson.get(person.id) ?? []).every(draft => agrees(person, draft)))
  const people = await ctx.byIds(contact, [...new Set([...losers, ...astray.map(({ id }) => id)])])
  return people
    .map(person => ({ person, touched: (byPerson.get(person.id) ?? []).map(({ after }) => after.id) }))
    .sort((a, b) => Number(losers.has(b.person.id)) - Number(losers.has(a.person.id)))
}

type Mirror = Pick<Contact, 'id' | 'email' | 'phone' | 'version'>

function agrees(person: Mirror, { after }: Touched) {
  const value = 'address' in after ? after.address : 'number' in after ? after.number : undefined
  const own = 'address' in after ? person.email : person.phone
  return after.main && value === own && person.version === 1
}

/** The one that was just made the main one; otherwise the one that was; otherwise the first. */
function mainOf<R extends { readonly id: string; readonly main: boolean }>(
  rows: readonly R[],
  touched: readonly string[],
): R | undefined {
  return rows.find(row => row.main && touched.includes(row.id)) ?? rows.find(row => row.main) ?? rows[0]
}
