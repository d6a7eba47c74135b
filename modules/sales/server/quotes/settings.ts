import { number, text } from '#kernel/fields/index.ts'
import { checkNumberFormat } from '#kernel/server/numbers/number-format.ts'
import { defineSetting } from '#kernel/server/settings/setting.ts'

export const quoteNumbers = defineSetting(
  'quote_numbers',
  text({ label: 'Numbers of quotes', max: 40, help: 'YYYY is the year, #### the number.' }),
  'Q-YYYY-####',
  checkNumberFormat,
)

export const quoteDays = defineSetting(
  'quote_days',
  number({ label: 'Days for which a quote is valid', min: 1, max: 3650 }),
  30,
)

export const quoteSettings = [quoteNumbers, quoteDays] as const
