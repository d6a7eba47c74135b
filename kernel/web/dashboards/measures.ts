// What a chart of an object may be: what is counted, and by what it is divided. As the server reads it.

import { type Chart, type Measure, type Measured, readBy, type Unit } from '../../schema/chart.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { TileKind } from '../../schema/tile.ts'
import { fieldOf } from '../schema/use-schema.ts'

export const measureKinds = ['count', 'sum', 'average', 'least', 'most', 'share'] as const
export type MeasureKind = (typeof measureKinds)[number]

export const kindOf = (measure: Measure | undefined): MeasureKind =>
  typeof measure === 'object' ? (Object.keys(measure)[0] as MeasureKind) : 'count'

const isTime = ({ type }: DescribedField) => type === 'date' || type === 'moment'
const isNumber = ({ type }: DescribedField) => type === 'number' || type === 'money' || type === 'percent'

export const timeFields = (object: DescribedObject) => object.fields.filter(isTime)
export const dividers = (object: DescribedObject) =>
  object.fields.filter(field => ['choice', 'ref', 'flag'].includes(field.type) || isTime(field))

/** A field to be measured, or the days since one, by what it is called in a list of choices. */
export interface Measurable {
  readonly value: string
  readonly field: DescribedField
  readonly isDays: boolean
}

export const measurables = (object: DescribedObject, kind: MeasureKind): readonly Measurable[] => [
  ...object.fields
    .filter(field => (kind === 'sum' ? isNumber(field) && field.type !== 'percent' : isNumber(field)))
    .map(field => ({ value: field.name, field, isDays: false })),
  ...(kind === 'sum' ? [] : timeFields(object).map(field => ({ value: `days ${field.name}`, field, isDays: true }))),
]

/** Those that have something to measure; a share needs a filter alone. */
export const kindsFor = (object: DescribedObject) =>
  measureKinds.filter(kind => kind === 'count' || kind === 'share' || measurables(object, kind).length > 0)

export function measureOf(object: DescribedObject, kind: MeasureKind, value?: string): Measure {
  if (kind === 'count') return 'count'
  if (kind === 'share') return { share: {} }
  const chosen = measurables(object, kind).find(one => one.value === value) ?? measurables(object, kind)[0]
  const of: Measured = chosen?.isDays ? { from: chosen.field.name } : (chosen?.field.name ?? '')
  return { [kind]: of } as unknown as Measure
}

/** What is chosen in the list; days between two fields come from elsewhere and stay as they are. */
export function measuredIn(measure: Measure | undefined): string | undefined {
  const of = typeof measure === 'object' ? Object.values(measure)[0] : undefined
  if (typeof of === 'string') return of
  return of && typeof of === 'object' && 'from' in of ? `days ${of.from}` : undefined
}

/** By how many fields each kind is divided, at least and at most. */
export const divisions: Readonly<Record<TileKind, readonly [least: number, most: number]>> = {
  number: [0, 0],
  bar: [1, 2],
  line: [1, 2],
  donut: [1, 1],
  funnel: [1, 1],
  table: [1, 2],
}

/** A line goes along time; what is no time is no line. */
export const dividersFor = (object: DescribedObject, kind: TileKind, at: number) =>
  kind === 'line' && at === 0 ? timeFields(object) : dividers(object)

export const byOf = (field: DescribedField, unit: Unit = 'month') =>
  isTime(field) ? `${field.name}:${unit}` : field.name

/** The chart as this kind can show it: with as many fields as it takes. */
export function fitted(chart: Chart, object: DescribedObject, kind: TileKind): Chart {
  const [least, most] = divisions[kind]
  const fits = (by: string, at: number) => dividersFor(object, kind, at).some(({ name }) => name === readBy(by).field)
  const kept = (chart.by ?? []).filter(fits).slice(0, most)
  const [first] = kept.length < least ? startersFor(object, kind) : []
  const by = first ? [byOf(first), ...kept.slice(0, most - 1)] : kept
  const { by: _, compare, ...rest } = chart
  return { ...rest, ...(by.length ? { by } : {}), ...(compare && kind === 'number' ? { compare } : {}) }
}

/** What tells most: the choices that one sees in lists, before who made it. */
function startersFor(object: DescribedObject, kind: TileKind): readonly DescribedField[] {
  const all = dividersFor(object, kind, 0)
  const listed = object.list.flatMap(name => fieldOf(object, name) ?? []).filter(field => all.includes(field))
  const plain = listed.filter(field => !isTime(field))
  const choices = plain.filter(({ type }) => type === 'choice')
  return kind === 'line'
    ? all.filter(({ name }) => name === 'created_at').concat(all)
    : [...choices, ...plain, ...listed, ...all]
}
