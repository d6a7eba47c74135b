import type { Row } from '#kernel/schema/object.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'

/** What a customer does; who writes it down themselves knows of it. */
export async function tellOwners(ctx: Context, quotes: readonly Row<typeof quote>[], code: string) {
  if (ctx.actor.kind !== 'system') return
  const deals = await ctx.byIds(
    deal,
    quotes.map(row => row.deal),
  )
  const owners = new Map(deals.map(({ id, owner_id }) => [id as string, owner_id]))
  for (const row of quotes) {
    const owner = owners.get(row.deal)
    // Not who: not every role shows a name.
    if (owner)
      await ctx.notify([owner], { code, params: { number: row.number }, about: { object: quote.name, id: row.id } })
  }
}
