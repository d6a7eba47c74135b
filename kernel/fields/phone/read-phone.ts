// On the server only: see setPhoneReader.
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneReader } from './phone.ts'

/** A possible number is enough: plans change more often than this list, and a real number must get in. */
export const readPhone: PhoneReader = (text, country) => {
  const home = isSupportedCountry(country) ? { defaultCountry: country } : {}
  const found = parsePhoneNumberFromString(text, { ...home, extract: false })
  return found?.isPossible() ? { number: found.number, extension: found.ext } : undefined
}
