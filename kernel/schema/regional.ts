import type { Locale } from './field-type.ts'

/** As Intl is told it: 'en' alone writes days as in America, and people in other countries do not. */
export const regional = ({ language, country }: Pick<Locale, 'language' | 'country'>) => `${language}-${country}`
