import { expect, it, test } from 'vitest'
import { amountOf, byRate, coins, type Line, monthOf, reckon, sumUp } from './reckoning.ts'

const line = (given: Partial<Line>): Line => ({
  quantity: 1,
  price: '0',
  discount: 0,
  discountAmount: null,
  tax: 0,
  recurring: 'none',
  periods: null,
  ...given,
})
const net = (given: Partial<Line>, currency = 'EUR') => amountOf(reckon(line(given), currency).net, currency)

// By hand: 3 × 19.99 = 59.97; 1.005 rounds up, as a double it would not; 0.1 + 0.2 are 0.30.
test.each([
  [{ quantity: 3, price: '19.99' }, '59.97'],
  [{ quantity: 1, price: '1.005' }, '1.01'],
  [{ quantity: 1, price: '-1.005' }, '-1.01'],
  [{ quantity: 0.333, price: '100' }, '33.30'],
  [{ quantity: 3, price: '33.33', discount: 10 }, '89.99'],
  [{ quantity: 2, price: '50', discount: 12.5, discountAmount: '0.50' }, '87.00'],
  [{ quantity: 1_000_000_000, price: '99999999999999.9999' }, '99999999999999999900000.00'],
  [{ quantity: 5, price: '10', discount: 100 }, '0.00'],
])('%j is %s', (given, amount) => {
  expect(net(given)).toBe(amount)
})

it('rounds to the coins that there are', () => {
  expect(net({ quantity: 3, price: '33.5' }, 'JPY')).toBe('101.00')
  expect(net({ quantity: 3, price: '0.3335' }, 'KWD')).toBe('1.001')
})

it('taxes what is left, and rounds it by itself', () => {
  const { net: left, tax } = reckon(line({ quantity: 3, price: '9.99', discount: 5, tax: 20 }), 'EUR')
  expect([left, tax]).toEqual([2847n, 569n])
})

it('counts what is paid again', () => {
  const of = (given: Partial<Line>) => {
    const { contract, yearly } = reckon(line({ price: '10', ...given }), 'EUR')
    return [contract, yearly]
  }
  expect(of({})).toEqual([1000n, 0n])
  expect(of({ recurring: 'month', periods: 6 })).toEqual([6000n, 12000n])
  expect(of({ recurring: 'month' })).toEqual([12000n, 12000n])
  expect(of({ recurring: 'year', periods: 3 })).toEqual([3000n, 1000n])
  expect(amountOf(monthOf(coins('100', 'EUR')), 'EUR')).toBe('8.33')
})

it('adds up each rhythm for itself, and all periods together', () => {
  const of = (given: Partial<Line>) => ({ ...line(given), ...reckon(line(given), 'EUR') })
  const added = sumUp(
    [
      of({ price: '100', tax: 20 }),
      of({ price: '0.05', tax: 20 }),
      of({ price: '9.99', quantity: 3, tax: 20, recurring: 'month', periods: 24 }),
      of({ price: '50', recurring: 'year' }),
    ].map(({ net, tax, recurring, periods }) => ({ net, tax: BigInt(tax), recurring, periods })),
  )
  expect(added).toEqual({
    each: { none: { net: 10005n, tax: 2001n }, month: { net: 2997n, tax: 599n }, year: { net: 5000n, tax: 0n } },
    contract: { net: 10005n + 24n * 2997n + 5000n, tax: 2001n + 24n * 599n },
    yearly: 12n * 2997n + 5000n,
  })
  expect(sumUp([]).contract).toEqual({ net: 0n, tax: 0n })
})

it('says what is taxed at each rate, for all periods, and comes to the same', () => {
  const of = (rate: number, net: bigint, tax: bigint, periods = 1) => ({
    ...{ rate, net, tax, periods, recurring: periods > 1 ? ('month' as const) : ('none' as const) },
  })
  const lines = [of(5.5, 1000n, 55n), of(20, 100n, 20n, 24), of(5.5, 99n, 5n), of(0, 50n, 0n)]
  const rates = byRate(lines)
  expect(rates).toEqual([
    { rate: 20, net: 2400n, tax: 480n },
    { rate: 5.5, net: 1099n, tax: 60n },
    { rate: 0, net: 50n, tax: 0n },
  ])
  const { contract } = sumUp(lines)
  expect(rates.reduce((sum, { tax }) => sum + tax, 0n)).toBe(contract.tax)
  expect(rates.reduce((sum, { net }) => sum + net, 0n)).toBe(contract.net)
})
