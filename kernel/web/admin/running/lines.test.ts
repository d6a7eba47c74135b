import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

test('the addresses of a letter can be followed, the rest is text', () => {
  expect(
    linesOf('Go to https://crm.example/a#token=b\nand <x>javascript:y').map(({ text, isLink }) => [text, isLink]),
  ).toEqual([
    ['Go to ', false],
    ['https://crm.example/a#token=b', true],
    ['\nand <x>javascript:y', false],
  ])
})
