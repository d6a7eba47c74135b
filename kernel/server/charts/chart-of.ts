import type { Cell, ChartAnswer, Figure, Group } from '../../schema/chart.ts'
import type { Filter } from '../../schema/filter.ts'
import type { Reading } from '../records/list.ts'
import { type Grouping, type Key, whereOfKey, whereOfOthers } from './grouping.ts'
import { asValue } from './measure.ts'
import { inOrder, type Told, titlesOf } from './order.ts'
import { inSpan, spanBefore, spanOf } from './period.ts'
import type { Asked } from './read-chart.ts'
import { type ChartRow, rowsOf } from './rows.ts'
import { allOf } from './where.ts'

/** The numbers of a chart, each with the filter under which a list shows the records that it stands for. */
export async function chartOf(reading: Reading, asked: Asked): Promise<ChartAnswer> {
  const { model, period, groupings } = asked
  const where = allOf(asked.where, period ? { [period.field]: { during: period.during } } : {})
  const rows = await rowsOf(reading, asked, where)
  const levels = await Promise.all(
    groupings.map(async (grouping, at) =>
      levelOf(reading, grouping, await inOrder(reading, grouping, toldIn(rows, at))),
    ),
  )
  const figure = (row: ChartRow, ...more: readonly Filter[]) => figureOf(reading, asked, row, allOf(where, ...more))
  return {
    groups: levels.map(({ groups, whereOf }, at) =>
      groups.map(
        ({ key, row }): Group => ({
          key: key === null ? { others: restOf(row, groups, at) } : { is: key || null },
          ...figure(row, whereOf(key)),
        }),
      ),
    ),
    cells: cellsOf(levels, rows, figure),
    total: figure(rows.find(({ all_a, all_b }) => all_a && all_b) as ChartRow),
    ...(period ? { span: spanOf(period, reading) } : {}),
    ...(await beforeOf(reading, asked)),
    included: await titlesOf(
      reading,
      model,
      groupings,
      levels.map(({ groups }) => groups),
    ),
  }
}

interface Level {
  readonly groups: Told[]
  readonly whereOf: (key: Key | null) => Filter
}

function levelOf(reading: Reading, grouping: Grouping, groups: Told[]): Level {
  const keys = groups.flatMap(({ key }) => (key === null ? [] : [key]))
  return {
    groups,
    whereOf: key => (key === null ? whereOfOthers(grouping, keys, reading) : whereOfKey(grouping, key, reading)),
  }
}

/** The groups by one of the fields alone. */
const toldIn = (rows: readonly ChartRow[], at: number): Told[] =>
  rows
    .filter(({ all_a, all_b }) => (at === 0 ? !all_a && all_b : all_a && !all_b))
    .map(row => ({ key: at === 0 ? row.a : row.b, row }))

const restOf = ({ groups_a, groups_b }: ChartRow, groups: readonly Told[], at: number) =>
  (at === 0 ? groups_a : groups_b) - groups.length + 1

function cellsOf(
  [first, second]: readonly Level[],
  rows: readonly ChartRow[],
  figure: (row: ChartRow, ...more: readonly Filter[]) => Figure,
): Cell[] {
  if (!first || !second) return []
  const place = ({ groups }: Level) => new Map(groups.map(({ key }, at) => [key, at]))
  const [across, down] = [place(first), place(second)]
  return rows
    .filter(({ all_a, all_b }) => !all_a && !all_b)
    .map(row => ({
      at: [across.get(row.a) ?? -1, down.get(row.b) ?? -1] as const,
      ...figure(row, first.whereOf(row.a), second.whereOf(row.b)),
    }))
}

function figureOf({ actor }: Reading, { measure }: Asked, row: ChartRow, where: Filter): Figure {
  return {
    value: asValue(measure, row.value, actor.locale.currency),
    count: row.count,
    where,
    ...(measure.share ? { matching: { count: row.matching, where: allOf(where, measure.share) } } : {}),
    ...(row.unrated ? { without_rate: row.unrated } : {}),
  }
}

async function beforeOf(reading: Reading, asked: Asked): Promise<Pick<ChartAnswer, 'before'>> {
  const { model, period, compare } = asked
  if (!period || !compare) return {}
  const toDate = compare === 'to_date' ? reading.today : undefined
  const span = spanBefore(period, spanOf(period, reading), toDate)
  const where = allOf(asked.where, inSpan(period.field, model.fields[period.field], span, reading))
  const [row] = await rowsOf(reading, { ...asked, groupings: [] }, where)
  return { before: { ...figureOf(reading, asked, row as ChartRow, where), ...span } }
}
