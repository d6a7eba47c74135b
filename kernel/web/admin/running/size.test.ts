import { expect, test } from 'vitest'
import { formatBytes, formatSpan } from './size.ts'

test('sizes as one says them', () => {
  expect([0, 999, 1234, 56_789_000, 7_200_000_000].map(bytes => formatBytes(bytes, 'en'))).toEqual([
    '0 byte',
    '999 byte',
    '1.2 kB',
    '57 MB',
    '7.2 GB',
  ])
})

test('spans in the largest unit that fits', () => {
  expect([0, 59, 61, 7200, 200_000].map(seconds => formatSpan(seconds, 'en'))).toEqual([
    '0 seconds',
    '59 seconds',
    '1 minute',
    '2 hours',
    '2 days',
  ])
})
