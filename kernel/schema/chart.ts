// A chart is data, as a filter is: what is counted, of which records, by what. Kept on dashboards, sent to POST /api/charts.

import type { Filter } from './filter.ts'

export interface Chart {
  /** The name of the object whose records are counted. */
  readonly object: string
  readonly where?: Filter
  /** A saved view of that object, whose filter holds as well, as it is when one looks. */
  readonly view?: string
  /** How many there are, where nothing is said. */
  readonly measure?: Measure
  /** One field or two; a day or a moment by its `day`, `week`, `month`, `quarter` or `year`: `created_at:month`. */
  readonly by?: readonly string[]
  /** Only the records whose day or moment lies in this stretch of time, as `during` of a filter has it. */
  readonly period?: { readonly field: string; readonly during: unknown }
  /** Beside the period, that before it: all of it, or only as far into it as today is into this one. */
  readonly compare?: 'before' | 'to_date'
}

export type Measure =
  | 'count'
  | { readonly sum: string }
  | { readonly average: Measured }
  | { readonly least: Measured }
  | { readonly most: Measured }
  /** Of a hundred records, how many match this filter as well. */
  | { readonly share: Filter }

/** A field that holds a number, or the days from one day or moment to another, or to now. */
export type Measured = string | { readonly from: string; readonly to?: string }

export const units = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof units)[number]

/** How many groups are told apart; the rest of them are one. */
export const chartLimits = { charts: 40, groups: 24, times: 120, parts: 8 } as const

/** `created_at:month` */
export function readBy(by: string): { readonly field: string; readonly unit: Unit | undefined } {
  const [field = '', unit] = by.split(':')
  return { field, unit: units.find(one => one === unit) }
}

/** What `POST /api/charts` answers for one of them. */
export interface ChartAnswer {
  /** One list of groups for each field of `by`, in the order in which they are shown. */
  readonly groups: readonly (readonly Group[])[]
  /** Of two fields: what each pair has, where there is any. */
  readonly cells: readonly Cell[]
  readonly total: Figure
  readonly before?: Figure & { readonly from: string; readonly to: string }
  /** The days of the period, the last one not included. */
  readonly span?: { readonly from: string; readonly to: string }
  /** object → id → what it is called. */
  readonly included: Readonly<
    Record<string, Readonly<Record<string, { readonly title: string; readonly tone?: string }>>>
  >
}

/** A number, how many records it stands for, and the filter under which a list shows just those. */
export interface Figure {
  readonly value: ChartValue
  readonly count: number
  readonly where: Filter
  /** Of a share: those that match. */
  readonly matching?: { readonly count: number; readonly where: Filter }
  /** Amounts whose currency has no rate, and that are therefore not in the value. */
  readonly without_rate?: number
}
export type ChartValue = number | { readonly amount: string; readonly currency: string } | null

export interface Group extends Figure {
  readonly key: GroupKey
}
/** A value of the field, the first day of a stretch of time, nothing, or all the groups that are not told apart. */
export type GroupKey = { readonly is: string | null } | { readonly others: number }

export interface Cell extends Figure {
  /** Which of the first groups, and which of the second. */
  readonly at: readonly [number, number]
}
