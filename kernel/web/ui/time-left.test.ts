import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

test.each([
  [0, 'en', 'in 1 second'],
  [7, 'en', 'in 7 seconds'],
  [23, 'en', 'in 25 seconds'],
  [95, 'en', 'in 2 minutes'],
  [5400, 'fr', 'dans 2 heures'],
])('%i seconds are %s: %s', (seconds, language, said) => {
  expect(timeLeft(seconds, language)).toBe(said)
})
