// What a column comes to: each currency for itself, and exact, as amounts are decimals.

import type { Money } from '../../fields/money/money.ts'
import type { AnyRecord, Total } from '../client.ts'

/** Amounts of the same currency together. */
export function addUp(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + unitsOf(amount))
  return [...sums].map(([currency, units]) => ({ amount: written(units), currency }))
}

/** So many of a hundred, in whole amounts: it is a guess, and cents would make it look like more. */
export const weighed = (amounts: readonly Money[], percent: number): Money[] =>
  amounts.map(({ amount, currency }) => ({
    amount: written((unitsOf(amount) * BigInt(Math.round(percent * 100))) / 10_000n),
    currency,
  }))

export const whole = ({ amount, currency }: Money): Money => ({
  amount: `${(unitsOf(amount) + scale / 2n) / scale}.00`,
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
  amount: written(unitsOf(amount) * BigInt(by)),
  currency,
})

const digits = 4
const scale = 10n ** BigInt(digits)

function unitsOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.')
  return BigInt(`${whole}${part.slice(0, digits).padEnd(digits, '0')}`)
}

function written(units: bigint): string {
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  const part = text.slice(-digits).replace(/0{1,2}$/, '')
  return `${units < 0n ? '-' : ''}${text.slice(0, -digits)}.${part}`
}
