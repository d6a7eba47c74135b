import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { testEngine } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { checkNumberFormat, periodOf, writeNumber } from './number-format.ts'
import { takeNumbers } from './sequences.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const take = (name: string, count = 1, period = '2026') =>
  transact(kernel.database.db, tx => takeNumbers(tx, name, period, count))

it('counts from one, each name and period by itself', async () => {
  expect(await take('letters')).toEqual([1])
  expect(await take('letters', 3)).toEqual([2, 3, 4])
  expect(await take('letters', 0)).toEqual([])
  expect(await take('letters', 1, '2027')).toEqual([1])
  expect(await take('parcels')).toEqual([1])
  expect(await take('letters')).toEqual([5])
})

it('gives the number of who fails to who comes next', async () => {
  const failing = transact(kernel.database.db, async tx => {
    expect(await takeNumbers(tx, 'failing', '', 2)).toEqual([1, 2])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await take('failing', 1, '')).toEqual([1])
})

it.skipIf(testEngine !== 'postgres')('gives none twice to many at once, and leaves none out', async () => {
  const taken = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      transact(kernel.database.db, async tx => {
        const [number] = await takeNumbers(tx, 'crowd', '', 1)
        if (at % 3 === 0) throw new Error('no')
        return number
      }).catch(() => null),
    ),
  )
  const given = taken.filter(number => number !== null).sort((a, b) => Number(a) - Number(b))
  expect(given).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})

test.each([
  ['Q-YYYY-####', 7, 'Q-2026-0007', '2026'],
  ['Q-YYYY-####', 12345, 'Q-2026-12345', '2026'],
  ['YY/#', 3, '26/3', '2026'],
  ['No. ######', 3, 'No. 000003', ''],
])('%s', (format, number, written, period) => {
  expect([writeNumber(format, '2026-11-20', number), periodOf(format, '2026-11-20')]).toEqual([written, period])
})

test.each(['Q-YYYY', '', '##-##'])('%j is no format', format => {
  expect(() => checkNumberFormat(format)).toThrow('number-format')
})
