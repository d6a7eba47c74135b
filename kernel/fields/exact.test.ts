import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, divided, tidy, unitsOf } from './exact.ts'

const places = fc.integer({ min: 0, max: 10 })

test('a decimal is as many units as it says, there and back', () => {
  expect([unitsOf('12.3', 2), unitsOf('-0.5', 4), unitsOf('1.239', 2), unitsOf('7', 0)]).toEqual([
    1230n,
    -5000n,
    123n,
    7n,
  ])
  expect([decimalOf(1230n, 2), decimalOf(-5n, 4), decimalOf(7n, 0), decimalOf(0n, 2)]).toEqual([
    '12.30',
    '-0.0005',
    '7',
    '0.00',
  ])
  fc.assert(fc.property(fc.bigInt(), places, (units, to) => unitsOf(decimalOf(units, to), to) === units))
})

test('a half goes away from zero', () => {
  expect([25n, -25n, 24n, -24n, 26n, 0n].map(units => divided(units, 10n))).toEqual([3n, -3n, 2n, -2n, 3n, 0n])
  expect([4n, 5n, -4n, -5n].map(units => divided(units, 3n))).toEqual([1n, 2n, -1n, -2n])
})

test('an amount is written in one way', () => {
  expect(['012.3000', '12.3', '12', '-0.00', '-1.5', '0.0001', '100'].map(tidy)).toEqual([
    '12.30',
    '12.30',
    '12.00',
    '0.00',
    '-1.50',
    '0.0001',
    '100.00',
  ])
})
