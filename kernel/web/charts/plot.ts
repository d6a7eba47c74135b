// From what the server answers to what is drawn: names, colours, and time without gaps.

import type { ChoiceTone } from '../../fields/choice/choice.ts'
import { addDays, addMonths } from '../../fields/date/day.ts'
import {
  type Chart,
  type ChartAnswer,
  type ChartValue,
  type Figure,
  type GroupKey,
  readBy,
  type Unit,
} from '../../schema/chart.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Locale } from '../../schema/field-type.ts'
import { regional } from '../../schema/regional.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { asLine } from '../ui/titles.ts'
import type { ChartSay } from '../words/charts/words.ts'

/** A group as it is drawn. */
export interface Slice {
  readonly id: string
  readonly label: string
  readonly colour: string
  readonly figure: Figure
}

export interface Plot {
  readonly slices: readonly Slice[]
  /** Of two fields: the second one's groups. */
  readonly series: readonly Slice[]
  /** What a group has of a series; nothing where there is nothing. */
  readonly cell: (slice: number, series: number) => Figure | undefined
  readonly total: Figure
  /** Divided by time first. */
  readonly isTime: boolean
}

export interface Plotting {
  readonly object: DescribedObject
  readonly chart: Chart
  readonly answer: ChartAnswer
  readonly say: ChartSay
  readonly locale: Locale
}

export function plotOf(plotting: Plotting): Plot {
  const { answer, object, chart } = plotting
  const [slices = [], series = []] = (chart.by ?? []).map((by, at) => slicesOf(plotting, by, at))
  const { unit } = readBy(chart.by?.[0] ?? '')
  const cells = new Map(answer.cells.map(cell => [cell.at.join(), cell]))
  const places = new Map(answer.groups[0]?.map(({ key }, at) => [idOf(key), at]))
  const drawn = unit ? filled(slices, unit, plotting) : slices
  return {
    slices: drawn,
    series,
    cell: (slice, at) => cells.get([places.get(drawn[slice]?.id ?? '') ?? -1, at].join()),
    total: answer.total,
    isTime: fieldOf(object, readBy(chart.by?.[0] ?? '').field) !== undefined && unit !== undefined,
  }
}

function slicesOf({ answer, object, ...rest }: Plotting, by: string, at: number): Slice[] {
  const { field: name, unit } = readBy(by)
  const field = fieldOf(object, name)
  const groups = answer.groups[at] ?? []
  return groups.map(({ key, ...figure }, place) => ({
    id: idOf(key),
    label: field ? labelOf(key, field, unit, { answer, ...rest }) : '',
    colour: colourOf(key, field, answer, place),
    figure,
  }))
}

const idOf = (key: GroupKey) => ('is' in key ? String(key.is) : 'others')

function labelOf(
  key: GroupKey,
  field: DescribedField,
  unit: Unit | undefined,
  { answer, say, locale }: Pick<Plotting, 'answer' | 'say' | 'locale'>,
): string {
  if ('others' in key) return say(unit ? 'chart.earlier' : 'chart.others', { count: key.others })
  if (key.is === null) return say('value.none')
  if (unit) return formatTime(key.is, unit, locale)
  if (field.type === 'flag') return say(key.is === 'true' ? 'value.yes' : 'value.no')
  if (field.type === 'choice') return field.options[key.is] ?? key.is
  const known = field.type === 'ref' ? answer.included[field.to]?.[key.is] : undefined
  return known ? asLine(known.title, undefined) || say('list.untitled') : say('value.unseen')
}

export function formatTime(day: string, unit: Unit, { language, country }: Locale) {
  const date = new Date(`${day}T00:00:00Z`)
  const year = day.slice(0, 4)
  if (unit === 'year') return year
  if (unit === 'quarter') return `${language === 'fr' ? 'T' : 'Q'}${Math.ceil(Number(day.slice(5, 7)) / 3)} ${year}`
  const parts =
    unit === 'month' ? ({ month: 'short', year: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(regional({ language, country }), { ...parts, timeZone: 'UTC' }).format(date)
}

/** A choice whose options have colours is drawn in them: they mean something. */
function colourOf(key: GroupKey, field: DescribedField | undefined, answer: ChartAnswer, place: number) {
  if ('others' in key || key.is === null) return 'var(--chart-rest)'
  if (field?.type === 'choice' && field.tones) return toneColour(field.tones[key.is])
  const tone = field?.type === 'ref' ? answer.included[field.to]?.[key.is]?.tone : undefined
  return tone ? toneColour(tone as ChoiceTone) : `var(--chart-${(place % palette) + 1})`
}
const palette = 8
const toneColour = (tone: ChoiceTone | undefined) => (tone && tone !== 'grey' ? `var(--${tone})` : 'var(--chart-rest)')

/** Every day, week or month from the first to the last, those in which nothing was as well. */
function filled(slices: readonly Slice[], unit: Unit, { answer, chart, say, locale }: Plotting): readonly Slice[] {
  const times = slices.filter(({ id }) => /^\d{4}-/.test(id))
  const [first, last] = [times[0], times.at(-1)]
  if (!first || !last) return slices
  const known = new Map(times.map(slice => [slice.id, slice]))
  const isNone = chart.measure === undefined || chart.measure === 'count' || 'sum' in Object(chart.measure)
  const value = isNone ? nothingOf(answer.total.value) : null
  const all: Slice[] = []
  for (let day = first.id; day <= last.id && all.length < mostTimes; day = next[unit](day)) {
    const empty = { value, count: 0, where: {} }
    all.push(known.get(day) ?? { id: day, label: formatTime(day, unit, locale), colour: first.colour, figure: empty })
  }
  if (all.at(-1)?.id !== last.id) return slices
  const others = slices.filter(({ id }) => id === 'others')
  const none = slices.filter(({ id }) => id === 'null').map(slice => ({ ...slice, label: say('value.none') }))
  return [...others, ...all, ...none]
}
const mostTimes = 400
const next: Readonly<Record<Unit, (day: string) => string>> = {
  day: day => addDays(day, 1),
  week: day => addDays(day, 7),
  month: day => addMonths(day, 1),
  quarter: day => addMonths(day, 3),
  year: day => addMonths(day, 12),
}

const nothingOf = (value: ChartValue): ChartValue =>
  value !== null && typeof value === 'object' ? { ...value, amount: '0' } : 0

/** How long it is drawn; what is exact is written. */
export const sizeOf = (value: ChartValue) =>
  value === null ? 0 : typeof value === 'number' ? value : Number(value.amount)

/** Round numbers from nothing to at least the largest, a few of them. */
export function ticksOf(least: number, most: number, count: number): readonly number[] {
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  if (low === high) return [0, 1]
  const rough = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find(one => one * power >= rough) ?? 10) * power
  const ticks = []
  for (let tick = Math.floor(low / step); tick <= Math.ceil(high / step); tick++) ticks.push(tick * step)
  return ticks
}
