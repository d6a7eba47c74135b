import type { Money } from '../../fields/money/money.ts'
import type { Locale } from '../../schema/field-type.ts'
import { regional } from '../../schema/regional.ts'

/** '€1,284.50'; whole amounts without cents. */
export function formatMoney({ amount, currency }: Money, { language }: Locale) {
  const whole = /\.0*$/.test(amount)
  const options = { style: 'currency', currency, ...(whole ? { minimumFractionDigits: 0 } : {}) } as const
  return new Intl.NumberFormat(language, options).format(amount as Intl.StringNumericLiteral)
}

export const formatNumber = (value: number, { language }: Locale) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 9 }).format(value)

export const formatPercent = (value: number, { language }: Locale) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100)

/** A day is in no zone. */
export const formatDay = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export const formatMonth = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(regional(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export const formatMoment = (moment: string, locale: Locale) =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: 'full', timeStyle: 'short', timeZone: locale.zone }).format(
    new Date(moment),
  )

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number, below: number])[] = [
  ['second', 1, 60],
  ['minute', 60, 3600],
  ['hour', 3600, 86_400],
  ['day', 86_400, 7 * 86_400],
  ['week', 7 * 86_400, 30 * 86_400],
  ['month', 30 * 86_400, 365 * 86_400],
  ['year', 365 * 86_400, Number.POSITIVE_INFINITY],
]

/** '3 hours ago', 'yesterday'. */
export function formatAgo(moment: string, now: number, { language }: Pick<Locale, 'language'>) {
  const seconds = (Date.parse(moment) - now) / 1000
  const [unit, length] = steps.find(([, , below]) => Math.abs(seconds) < below) ?? ['year', 365 * 86_400]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(seconds / length), unit)
}

/** As a word that stands first. */
export const asStart = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
