// Decimals as whole numbers of their smallest part: eighteen digits do not fit a float, and sums must come out even.

/** '12.3' to two places is 1230n; what lies beyond them is left out. */
export function unitsOf(decimal: string, places: number): bigint {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(whole + part.slice(0, places).padEnd(places, '0'))
}

/** The way back, with all the places. */
export function decimalOf(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`
}

/** Half away from zero; what it is divided by is above zero. */
export function divided(units: bigint, by: bigint): bigint {
  const half = by / 2n
  return (units < 0n ? units - half : units + half) / by
}

/** As an amount is written: "012.3000" and "12.3" are both "12.30", with at least two decimals and no more zeros. */
export function tidy(decimal: string): string {
  const [, sign = '', whole = '0', part = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(decimal) ?? []
  const digits = `${whole}.${part.padEnd(2, '0')}`
  return /[1-9]/.test(digits) ? sign + digits : digits
}
