import { number, text } from '#kernel/fields/index.ts'

/** What a company decides about its quotes. */
export const quoteSettings = {
  quote_numbers: text({ max: 40, help: 'YYYY is the year, #### the number.' }),
  quote_days: number({ min: 1, max: 3650 }),
} as const
