import { checkNumberFormat } from '#kernel/server/numbers/number-format.ts'
import { defineSetting } from '#kernel/server/settings/setting.ts'
import { quoteSettings as fields } from '../../quote-settings.ts'

export const quoteNumbers = defineSetting('quote_numbers', fields.quote_numbers, 'Q-YYYY-####', checkNumberFormat)
export const quoteDays = defineSetting('quote_days', fields.quote_days, 30)

export const quoteSettings = [quoteNumbers, quoteDays] as const
