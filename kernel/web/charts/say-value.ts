import type { Chart, ChartValue } from '../../schema/chart.ts'
import type { Locale } from '../../schema/field-type.ts'
import { formatMoney } from '../ui/format.ts'
import { sizeOf } from './plot.ts'

export interface Writing {
  /** As exactly as it is known. */
  readonly full: (value: ChartValue) => string
  /** Where there is little room. */
  readonly short: (value: ChartValue) => string
  /** A step of the axis. */
  readonly tick: (size: number) => string
}

/** How the numbers of a chart are written: amounts, hundredths, days, or plain numbers. */
export function writingOf({ measure }: Pick<Chart, 'measure'>, locale: Locale, currency: string | undefined): Writing {
  const { language } = locale
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
  const asMoney = { style: 'currency', notation: 'compact', maximumFractionDigits: 1 } as const
  const money = currency ? new Intl.NumberFormat(language, { ...asMoney, currency }) : undefined
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const days = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
  const isShare = typeof measure === 'object' && 'share' in measure
  const tick = (size: number) => {
    if (isShare) return percent.format(size / 100)
    if (isDays(measure)) return days.format(size)
    return money ? money.format(size) : compact.format(size)
  }
  const short = (value: ChartValue) => {
    if (value === null) return '–'
    return Math.abs(sizeOf(value)) < 10_000 && !money && !isShare && !isDays(measure)
      ? number.format(sizeOf(value))
      : tick(sizeOf(value))
  }
  const full = (value: ChartValue) => {
    if (value === null) return '–'
    if (typeof value === 'object') return formatMoney(value, locale)
    return isShare || isDays(measure) ? tick(value) : number.format(value)
  }
  return { full, short, tick }
}

const isDays = (measure: Chart['measure']) =>
  typeof measure === 'object' && Object.values(measure).some(of => typeof of === 'object') && !('share' in measure)
