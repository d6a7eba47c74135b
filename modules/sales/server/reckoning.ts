// Sums of lines, exactly: amounts, quantities and percentages are whole numbers of ten-thousandths, thousandths and
// hundredths. A line is rounded once, half away from zero, to the smallest coin of its currency; so is its tax.
// Totals add up what was rounded, so that they agree with what stands above them.

export interface Line {
  readonly quantity: number
  readonly price: string
  /** In percent. */
  readonly discount: number
  readonly discountAmount: string | null
  readonly tax: number
  readonly recurring: 'none' | 'month' | 'year'
  readonly periods: number | null
}

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
  const net = round(reduced, 10n ** BigInt(11 - coinPlaces(currency))) - coins(line.discountAmount ?? '0', currency)
  const tax = round(net * hundredths(line.tax), 10_000n)
  return { net, tax, contract: net * BigInt(periodsOf(line)), yearly: net * yearly[line.recurring] }
}

const yearly = { none: 0n, month: 12n, year: 1n } as const

/** Of what goes on for ever, one year is counted. */
const periodsOf = ({ recurring, periods }: Line) =>
  recurring === 'none' ? 1 : (periods ?? (recurring === 'month' ? 12 : 1))

/** A twelfth, rounded as everything is. */
export const monthOf = (yearly: bigint) => round(yearly, 12n)

export const coins = (amount: string, currency: string) =>
  round(tenThousandths(amount), 10n ** BigInt(4 - coinPlaces(currency)))

/** As an amount is written: at least two places, and no more zeros than that. */
export function amountOf(inCoins: bigint, currency: string): string {
  const places = coinPlaces(currency)
  const digits = String(inCoins < 0n ? -inCoins : inCoins).padStart(places + 1, '0')
  const whole = places === 0 ? digits : digits.slice(0, -places)
  const part = places === 0 ? '' : digits.slice(-places)
  return `${inCoins < 0n ? '-' : ''}${whole}.${part.replace(/0+$/, '').padEnd(2, '0')}`
}

const places = new Map<string, number>()

/** Yen have none, euros two, Kuwaiti dinars three. */
function coinPlaces(currency: string): number {
  const known = places.get(currency)
  if (known !== undefined) return known
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const found = Math.min(options.maximumFractionDigits ?? 2, 4)
  places.set(currency, found)
  return found
}

const thousandths = (quantity: number) => scaled(quantity.toFixed(3), 3)
const hundredths = (percent: number) => scaled(percent.toFixed(2), 2)
const tenThousandths = (amount: string) => scaled(amount, 4)

function scaled(decimal: string, to: number): bigint {
  const [whole = '0', part = ''] = decimal.replace('-', '').split('.')
  const value = BigInt(whole + part.slice(0, to).padEnd(to, '0'))
  return decimal.startsWith('-') ? -value : value
}

/** Half away from zero. */
function round(value: bigint, by: bigint): bigint {
  const half = by / 2n
  return value < 0n ? -((-value + half) / by) : (value + half) / by
}
