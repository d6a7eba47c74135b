// Exchange rates of each day, in the format in which the European Central Bank publishes its reference rates.

import { divided, unitsOf } from '../../fields/exact.ts'
import { currencyRate } from '../../objects/currency-rate.ts'
import { Refused } from '../../schema/refused.ts'
import { defineJob, type Job } from '../actions/behaviours.ts'
import type { Outbound } from '../fetch/outbound.ts'
import type { Context } from './context.ts'

/** Published at about four in the afternoon of Frankfurt, on working days. */
export const ratesJobs = (url: string | null, outbound: Outbound): readonly Job[] =>
  url === null
    ? []
    : [
        defineJob(
          'kernel.fetch-rates',
          { cron: '30 17 * * *', zone: 'Europe/Berlin', retries: 6, retryDelay: 300 },
          async ctx => {
            const { status, body } = await outbound.fetch(url)
            if (status !== 200) throw new Refused('rates.feed-answered', { status }, { kind: 'broken' })
            const days = readFeed(body.toString('utf8'))
            await ctx.finish(inner => writeRates(inner, days))
          },
        ),
      ]

export interface FeedDay {
  readonly day: string
  /** Currency → how much of it one euro is worth. */
  readonly rates: ReadonlyMap<string, string>
}

/** `<Cube time="2026-11-20"><Cube currency="USD" rate="1.0871"/>…</Cube>`, for one day or several. */
export function readFeed(xml: string): FeedDay[] {
  const [, ...days] = xml.split(/<Cube\s+time=/)
  const read = days.map(text => ({
    day: /^["'](\d{4}-\d{2}-\d{2})["']/.exec(text)?.[1] ?? '',
    rates: new Map(
      [...text.matchAll(/<Cube\s+currency=["']([A-Z]{3})["']\s+rate=["'](\d{1,9}(?:\.\d{1,9})?)["']/g)].flatMap(
        ([, currency = '', rate = '']) => (Number(rate) > 0 ? [[currency, rate] as const] : []),
      ),
    ),
  }))
  if (read.length === 0 || read.some(({ day, rates }) => day === '' || rates.size === 0))
    throw new Refused('rates.feed-unreadable', {}, { kind: 'broken' })
  return read
}

/** What somebody entered by hand stays. */
export async function writeRates(ctx: Context, days: readonly FeedDay[]) {
  const own = ctx.kernel.locale.currency
  for (const { day, rates } of days) {
    const worth = ratesAgainst(own, rates)
    if (!worth) throw new Refused('rates.feed-without-own', { currency: own })
    const known = new Map((await ctx.find(currencyRate, { day, against: own })).map(row => [row.currency, row]))
    const fresh = [...worth].filter(([currency]) => !known.has(currency))
    await ctx.create(
      currencyRate,
      fresh.map(([currency, rate]) => ({ currency, day, rate, origin: 'feed' as const })),
    )
    const corrected = [...worth].flatMap(([currency, rate]) => {
      const row = known.get(currency)
      return row?.origin === 'feed' && row.rate !== rate ? [{ row, patch: { rate } }] : []
    })
    await ctx.updateEach(currencyRate, corrected)
  }
}

const euro = 'EUR'

/** Undefined where the feed does not know the company's own currency. What is worth too little to be written is left out. */
function ratesAgainst(own: string, perEuro: ReadonlyMap<string, string>): Map<string, number> | undefined {
  const all = new Map([...perEuro, [euro, '1'] as const])
  const ours = all.get(own)
  if (ours === undefined) return undefined
  const others = [...all].filter(([currency]) => currency !== own)
  return new Map(
    others.flatMap(([currency, rate]) => {
      const worth = divide(ours, rate)
      return worth > 0 ? [[currency, worth] as const] : []
    }),
  )
}

/** To nine decimals. */
function divide(a: string, b: string): number {
  return Number(divided(unitsOf(a, 9) * 10n ** 9n, unitsOf(b, 9))) / 10 ** 9
}
