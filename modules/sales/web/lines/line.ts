import type { Money } from '#kernel/fields/money/money.ts'
import type { AnyRecord } from '#kernel/web/client.ts'
import { amountOf, byRate, reckon, type Sums, sumUp } from '../../reckoning.ts'

/** A line as the page holds it. What the person may not see is not there. */
export interface Line extends AnyRecord {
  readonly place: number
  readonly product: string | null
  readonly name: string | null
  readonly quantity: number
  readonly unit_price?: Money | null
  readonly discount: number
  readonly discount_amount?: Money | null
  readonly tax: number | null
  readonly recurring: 'none' | 'month' | 'year' | null
  readonly periods: number | null
}

export const currencyOf = (lines: readonly Line[]) => lines.find(({ unit_price }) => unit_price)?.unit_price?.currency

/** What a line comes to, by the same arithmetic as on the server; nothing without a price. */
export function sumOf({ unit_price, quantity, discount, discount_amount, tax, recurring, periods }: Line) {
  if (!unit_price) return undefined
  const rhythm = { recurring: recurring ?? 'none', periods } as const
  const given = {
    ...rhythm,
    quantity,
    price: unit_price.amount,
    discount,
    discountAmount: discount_amount?.amount ?? null,
    tax: tax ?? 0,
  }
  const { net, tax: taxed } = reckon(given, unit_price.currency)
  return { ...rhythm, rate: tax ?? 0, net, tax: taxed, currency: unit_price.currency }
}

export const sumsOf = (lines: readonly Line[]): Sums => sumUp(lines.flatMap(line => sumOf(line) ?? []))

/** What is taxed at each rate, where anything is. */
export function ratesOf(lines: readonly Line[]) {
  const rates = byRate(lines.flatMap(line => sumOf(line) ?? []))
  return rates.some(({ tax }) => tax) ? rates : []
}

export const moneyOf = (inCoins: bigint, currency: string): Money => ({ amount: amountOf(inCoins, currency), currency })

/** As it is typed: without a currency, and without cents that are none. */
export const writtenAs = (money: Money | null | undefined) => money?.amount.replace(/\.00$/, '') ?? ''
export const amountIn = (typed: string, currency: string): Money | null =>
  typed === '' ? null : { amount: typed, currency }
