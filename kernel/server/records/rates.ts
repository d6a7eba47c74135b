// Exchange rates, and what follows when one is written, changed or removed: amounts of its days are valued anew.

import { sql } from 'kysely'
import { baseColumn, currencyColumn, isCurrency, ratedColumn } from '../../fields/money/money.ts'
import { currencyRate } from '../../objects/currency-rate.ts'
import type { Row } from '../../schema/object.ts'
import { invalid, type Problem } from '../../schema/refused.ts'
import { consequence, defineJob, type JobCtx, rule } from '../actions/behaviours.ts'
import type { Model } from '../tables/model.ts'
import type { Context } from './context.ts'
import { moneyFields, rateOn } from './money-base.ts'

type Rate = Row<typeof currencyRate>

/** One rate for a currency and a day: its name is unique. It holds against the currency that the company has now. */
export const nameRate = rule(currencyRate, ['create', 'update'], async (ctx, drafts) => {
  const own = ctx.kernel.locale.currency
  const problems = drafts.flatMap(({ after }, index): Problem[] => {
    // Whoever may not see it cannot say it.
    const code = String(after.currency ?? '').toUpperCase()
    if (isCurrency(code) && code !== own) return []
    return [{ field: 'currency', code: 'not-a-foreign-currency', ...(drafts.length > 1 ? { index } : {}) }]
  })
  if (problems.length) throw invalid(problems.slice(0, 100))
  return drafts.map(({ after: { currency, day, against } }) => {
    const code = currency.toUpperCase()
    return { currency: code, against: against ?? own, name: `${code} ${day} ${against ?? own}` }
  })
})

export const valueAnewByRates = consequence(
  currencyRate,
  ['created', 'updated', 'deleted', 'restored'],
  async (ctx, drafts) => {
    const touched = drafts.flatMap(({ before, after }) => (before ? [before, after] : [after]))
    for (const [currency, rates] of Map.groupBy(touched, rate => rate.currency))
      await ctx.enqueue(valueAnewJob, { currency, from: await firstDay(ctx, rates) })
  },
)

export const valueAnewJob = 'kernel.value-amounts-anew'

/** Null where there is no earlier rate: then it is the rate of all the days before it, too. */
async function firstDay(ctx: Context, rates: readonly Rate[]): Promise<string | null> {
  const [first] = rates.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const { rows } = await sql`select 1 from currency_rates
    where currency = ${first?.currency} and day < ${first?.day}::date and deleted_at is null limit 1`.execute(ctx.db)
  return rows.length ? (first?.day ?? null) : null
}

interface Anew {
  /** Null for all of them, as when the company's own is another. */
  readonly currency: string | null
  /** Amounts written on this day or later; null for all. */
  readonly from: string | null
}

/** Run again, it finds what it has done and changes nothing. */
export const valueAnew = defineJob(valueAnewJob, { retries: 5, retryDelay: 10, expires: 3600 }, async (ctx, data) => {
  const anew = { currency: (data.currency ?? null) as string | null, from: (data.from ?? null) as string | null }
  for (const model of ctx.kernel.models.all)
    for (const name of moneyFields(model)) await valueField(ctx, model, name, anew)
})

const slice = 2000

async function valueField(ctx: JobCtx, model: Model, name: string, anew: Anew) {
  let after: string | null = null
  do {
    const { rows } = await ctx.transaction(({ db, kernel }) =>
      valueSlice(model, name, anew, after, kernel.locale.currency).execute(db),
    )
    after = rows[0]?.last ?? null
  } while (after !== null)
}

/** By the day on which an amount was written; what was there before days were kept counts from its creation. */
function valueSlice(model: Model, name: string, { currency, from }: Anew, after: string | null, own: string) {
  const [amount, code, base, day] = [name, currencyColumn(name), baseColumn(name), ratedColumn(name)].map(column =>
    sql.ref(`t.${column}`),
  )
  const written = sql`coalesce(${day}, t.created_at::date)`
  return sql<{ last: string | null }>`
    with piece as (
      select t.id, case when ${code} = ${own} then ${amount} else round(${amount} * ${rateOn(sql`${code}`, written, own)}, 4) end as worth
      from ${sql.table(model.table)} as t
      where ${amount} is not null and (${currency}::text is null or ${code} = ${currency}::text)
        and (${from}::date is null or ${written} >= ${from}::date) and (${after}::uuid is null or t.id > ${after}::uuid)
      order by t.id limit ${slice} for update of t
    ), valued as (
      update ${sql.table(model.table)} as t set ${sql.ref(baseColumn(name))} = piece.worth from piece
      where t.id = piece.id and ${base} is distinct from piece.worth
    ) select (select id from piece order by id desc limit 1) as last`
}
