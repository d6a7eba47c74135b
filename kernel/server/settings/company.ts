import { choice } from '../../fields/choice/choice.ts'
import { code } from '../../fields/code/code.ts'
import { text } from '../../fields/text/text.ts'
import { defineSetting } from './setting.ts'

export const companyName = defineSetting('company_name', text({ label: 'Company name', max: 120 }), 'My company')
export const currency = defineSetting('currency', code('currency', { label: 'Currency' }), 'USD')
export const country = defineSetting('country', code('country', { label: 'Country' }), 'US')
export const language = defineSetting(
  'language',
  choice({ en: 'English', fr: 'Français' }, { label: 'Language' }),
  'en',
)
export const timeZone = defineSetting('time_zone', code('time_zone', { label: 'Time zone' }), 'UTC')
export const signUp = defineSetting(
  'sign_up',
  choice({ closed: 'By invitation only', open: 'Open to anyone' }, { label: 'Sign-up' }),
  'closed',
)

export const companySettings = [companyName, currency, country, language, timeZone, signUp] as const
