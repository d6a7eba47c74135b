// Sums of lines, exactly: amounts, quantities and percentages are whole numbers of ten-thousandths, thousandths and
// hundredths. A line is rounded once, half away from zero, to the smallest coin of its currency; so is its tax.
// Totals add up what was rounded, so that they agree with what stands above them.

import { decimalOf, divided, tidy, unitsOf } from '#kernel/fields/exact.ts'
import { amountPlaces } from '#kernel/fields/money/money.ts'

export interface Line {
  readonly quantity: number
  readonly price: string
  /** In percent. */
  readonly discount: number
  readonly discountAmount: string | null
  readonly tax: number
  readonly recurring: Recurring
  readonly periods: number | null
}
export type Recurring = 'none' | 'month' | 'year'

export interface Reckoned {
  /** Of one period. */
  readonly net: bigint
  readonly tax: bigint
  readonly contract: bigint
  /** What a year of it brings again; 0 where it is paid once. */
  readonly yearly: bigint
}

/** In the smallest coins of the currency. */
export function reckon(line: Line, currency: string): Reckoned {
  const gross = thousandths(line.quantity) * tenThousandths(line.price)
  const reduced = gross * (10_000n - hundredths(line.discount))
  // 3 + 4 + 4 places, of which a coin takes some.
  const net = divided(reduced, 10n ** BigInt(11 - coinPlaces(currency))) - coins(line.discountAmount ?? '0', currency)
  const tax = divided(net * hundredths(line.tax), 10_000n)
  return { net, tax, contract: net * BigInt(periodsOf(line)), yearly: net * yearly[line.recurring] }
}

const yearly = { none: 0n, month: 12n, year: 1n } as const

/** Of what goes on for ever, one year is counted. */
const periodsOf = ({ recurring, periods }: Pick<Line, 'recurring' | 'periods'>) =>
  recurring === 'none' ? 1 : (periods ?? (recurring === 'month' ? 12 : 1))

export interface Sum {
  readonly net: bigint
  readonly tax: bigint
}
export interface Sums {
  /** For all periods. */
  readonly contract: Sum
  /** For one of each. */
  readonly each: Readonly<Record<Recurring, Sum>>
  /** What a year brings again. */
  readonly yearly: bigint
}

/** What lines of one currency add up to. */
export function sumUp(lines: readonly (Pick<Line, 'recurring' | 'periods'> & Sum)[]): Sums {
  const add = (some: readonly Sum[]): Sum => some.reduce((a, b) => ({ net: a.net + b.net, tax: a.tax + b.tax }), zero)
  const times = ({ net, tax }: Sum, count: bigint) => ({ net: net * count, tax: tax * count })
  const each = (recurring: Recurring) => add(lines.filter(line => line.recurring === recurring))
  return {
    contract: add(lines.map(line => times(line, BigInt(periodsOf(line))))),
    each: { none: each('none'), month: each('month'), year: each('year') },
    yearly: lines.reduce((sum, { net, recurring }) => sum + net * yearly[recurring], 0n),
  }
}

/** What is taxed at each rate, for all periods; the highest first. */
export const byRate = <L extends Parameters<typeof sumUp>[0][number] & { readonly rate: number }>(
  lines: readonly L[],
) =>
  [...Map.groupBy(lines, ({ rate }) => rate)]
    .toSorted(([a], [b]) => b - a)
    .map(([rate, group]) => ({ rate, ...sumUp(group).contract }))

const zero: Sum = { net: 0n, tax: 0n }

/** A twelfth, rounded as everything is. */
export const monthOf = (yearly: bigint) => divided(yearly, 12n)

export const coins = (amount: string, currency: string) =>
  divided(tenThousandths(amount), 10n ** BigInt(amountPlaces - coinPlaces(currency)))

export const amountOf = (inCoins: bigint, currency: string) => tidy(decimalOf(inCoins, coinPlaces(currency)))

const places = new Map<string, number>()

/** Yen have none, euros two, Kuwaiti dinars three. */
function coinPlaces(currency: string): number {
  const known = places.get(currency)
  if (known !== undefined) return known
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const found = Math.min(options.maximumFractionDigits ?? 2, amountPlaces)
  places.set(currency, found)
  return found
}

const thousandths = (quantity: number) => unitsOf(quantity.toFixed(3), 3)
const hundredths = (percent: number) => unitsOf(percent.toFixed(2), 2)
const tenThousandths = (amount: string) => unitsOf(amount, amountPlaces)
