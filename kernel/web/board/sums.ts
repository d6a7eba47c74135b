// What a column comes to: each currency for itself, and exact, as amounts are decimals.

import { decimalOf, divided, tidy, unitsOf } from '../../fields/exact.ts'
import { amountPlaces, type Money } from '../../fields/money/money.ts'
import type { AnyRecord, Total } from '../client.ts'

/** Amounts of the same currency together. */
export function addUp(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + inUnits(amount))
  return [...sums].map(([currency, units]) => ({ amount: written(units), currency }))
}

/** So many of a hundred, in whole amounts: it is a guess, and cents would make it look like more. */
export const weighed = (amounts: readonly Money[], percent: number): Money[] =>
  amounts.map(({ amount, currency }) => ({
    amount: written(divided(inUnits(amount) * BigInt(Math.round(percent * 100)), 10_000n)),
    currency,
  }))

export const whole = ({ amount, currency }: Money): Money => ({
  amount: tidy(`${divided(inUnits(amount), 10n ** BigInt(amountPlaces))}`),
  currency,
})

/** The totals as they will be when the record has gone from one group to the other. */
export function afterMove(
  totals: readonly Total[],
  record: AnyRecord,
  { from, to, money }: { readonly from: unknown; readonly to: unknown; readonly money: string | undefined },
): Total[] {
  const value = money === undefined ? undefined : (record[money] as Money | null | undefined)
  const change = (row: Total, by: 1 | -1): Total => ({
    ...row,
    count: row.count + by,
    sums: value && money ? { ...row.sums, [money]: addUp([...sumsOf(row, money), signed(value, by)]) } : row.sums,
  })
  const rows = totals.some(({ group }) => group === to) ? totals : [...totals, { group: to, count: 0, sums: {} }]
  return rows.map(row => (row.group === from ? change(row, -1) : row.group === to ? change(row, 1) : row))
}

export const sumsOf = (total: Total | undefined, money: string | undefined) =>
  ((money === undefined ? undefined : total?.sums[money]) ?? []) as readonly Money[]

const signed = ({ amount, currency }: Money, by: 1 | -1): Money => ({
  amount: written(inUnits(amount) * BigInt(by)),
  currency,
})

const inUnits = (amount: string) => unitsOf(amount, amountPlaces)
const written = (units: bigint) => tidy(decimalOf(units, amountPlaces))
