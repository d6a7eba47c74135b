import { getCountries } from 'libphonenumber-js/min'

const named = (codes: readonly string[], type: Intl.DisplayNamesType) => {
  const names = new Intl.DisplayNames('en', { type })
  return Object.fromEntries(codes.map(code => [code, names.of(code) ?? code]))
}

export const currencies: Readonly<Record<string, string>> = named(Intl.supportedValuesOf('currency'), 'currency')
export const countries: Readonly<Record<string, string>> = named([...getCountries()].sort(), 'region')
export const zones: Readonly<Record<string, string>> = Object.fromEntries(
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map(zone => [zone, zone.replaceAll('_', ' ')]),
)
