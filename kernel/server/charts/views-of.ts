// The filters of saved views, for the charts that are made of them.

import { isPlainObject } from '../../fields/list.ts'
import type { Filter } from '../../schema/filter.ts'
import { invalidField } from '../../schema/refused.ts'
import { listRecords, type Reading } from '../records/list.ts'

/** The filter of each view that this person may see, by its id and its object: one query, however many charts. */
export type Views = (id: unknown, object: unknown) => Filter

export async function viewsOf(reading: Reading, charts: readonly unknown[]): Promise<Views> {
  const ids = new Set(charts.flatMap(chart => (isPlainObject(chart) && isId(chart.view) ? [chart.view] : [])))
  const where = { id: { in: [...ids] } }
  const columns = ['object', 'state']
  const query = { where, columns, limit: ids.size }
  const { rows } = ids.size ? await listRecords(reading, reading.models.get('view'), query) : { rows: [] }
  const views = new Map(rows.map(({ id, object, state }) => [`${id} ${object}`, state]))
  return (id, object) => {
    if (!views.has(`${id} ${object}`)) throw invalidField('view', 'chart.view-gone')
    const state = views.get(`${id} ${object}`)
    return isPlainObject(state) && isPlainObject(state.where) ? (state.where as Filter) : {}
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
