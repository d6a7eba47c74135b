import { expect, test } from 'vitest'
import { addUp, afterMove, weighed, whole } from './sums.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const usd = (amount: string) => ({ amount, currency: 'USD' })

test('each currency is added up for itself, to the last cent', () => {
  expect(addUp([eur('0.10'), usd('5'), eur('0.20'), eur('99999999999999.9999')])).toEqual([
    eur('100000000000000.2999'),
    usd('5.00'),
  ])
  expect(addUp([eur('-0.50'), eur('0.25')])).toEqual([eur('-0.25')])
  expect(addUp([])).toEqual([])
})

test('weighed by a chance, and rounded as a whole', () => {
  expect(weighed([eur('184300.00'), usd('10')], 12.5)).toEqual([eur('23037.50'), usd('1.25')])
  expect(whole(eur('23037.50'))).toEqual(eur('23038.00'))
  expect(whole(eur('-23037.60'))).toEqual(eur('-23038.00'))
})

test('a record takes its amount along', () => {
  const totals = [{ group: 'a', count: 2, sums: { value: [eur('30.00'), usd('1.00')] } }]
  const record = { id: '1', version: 1, value: eur('10.00') }
  expect(afterMove(totals, record, { from: 'a', to: 'b', money: 'value' })).toEqual([
    { group: 'a', count: 1, sums: { value: [eur('20.00'), usd('1.00')] } },
    { group: 'b', count: 1, sums: { value: [eur('10.00')] } },
  ])
  expect(afterMove(totals, { id: '2', version: 1, value: null }, { from: 'a', to: 'b', money: 'value' })).toMatchObject(
    [{ count: 1, sums: { value: [eur('30.00'), usd('1.00')] } }, { count: 1 }],
  )
})
