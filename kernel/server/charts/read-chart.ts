import { isPlainObject } from '../../fields/list.ts'
import { FieldProblem } from '../../schema/field-type.ts'
import type { Filter } from '../../schema/filter.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { may } from '../access/rights.ts'
import { parseFilter } from '../filter/parse.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import { type Grouping, readGrouping, whereOfKey } from './grouping.ts'
import { type Measuring, readMeasure } from './measure.ts'
import { isTime, type Stretch, stretchOf } from './period.ts'
import { requireSeen } from './seen.ts'
import type { Views } from './views-of.ts'
import { allOf } from './where.ts'

/** A chart that this person may have: everything in it is there, and they may see it. */
export interface Asked {
  readonly model: Model
  /** Without the period. */
  readonly where: Filter
  readonly measure: Measuring
  readonly groupings: readonly Grouping[]
  readonly period?: Stretch
  readonly compare?: 'before' | 'to_date'
}

const known = new Set(['object', 'where', 'view', 'measure', 'by', 'period', 'compare'])

export function readChart(given: unknown, reading: Reading, views: Views, now: string): Asked {
  if (!isPlainObject(given)) throw invalidField('charts', 'not-an-object')
  for (const name of Object.keys(given)) if (!known.has(name)) throw invalidField(name, 'unknown-parameter')
  const model = requireModel(reading, given.object)
  const { where = {}, by = [] } = given
  if (!isPlainObject(where)) throw invalidField('where', 'filter.not-an-object')
  if (!Array.isArray(by) || by.length > 2) throw invalidField('by', 'chart.two-at-most')
  const period = given.period === undefined ? undefined : readPeriod(reading, model, given.period)
  const asked = {
    model,
    where: allOf(given.view === undefined ? {} : views(given.view, given.object), where as Filter),
    measure: readMeasure(reading, model, given.measure, now),
    groupings: by.map(one => readGrouping(reading, model, one)),
    ...(period ? { period } : {}),
    ...(given.compare === undefined ? {} : { compare: readCompare(given.compare, period) }),
  }
  requireOpenable(reading, asked)
  return asked
}

function requireModel({ models, actor }: Reading, name: unknown): Model {
  const model = typeof name === 'string' ? models.find(name) : undefined
  if (!model) throw new Refused('unknown-object', { plural: String(name) }, { kind: 'missing' })
  if (!may(actor, model, 'read')) throw new Refused('forbidden', { object: model.name, verb: 'read' })
  return model
}

function readPeriod(reading: Reading, model: Model, given: unknown): Stretch {
  if (!isPlainObject(given) || Object.keys(given).some(name => name !== 'field' && name !== 'during'))
    throw invalidField('period', 'not-a-period')
  requireSeen(reading, model, given.field, 'period', isTime)
  try {
    return stretchOf(String(given.field), given.during)
  } catch (error) {
    throw error instanceof FieldProblem ? invalidField('period', error.code, error.params) : error
  }
}

function readCompare(given: unknown, period: Stretch | undefined): 'before' | 'to_date' {
  if (given !== 'before' && given !== 'to_date') throw invalidField('compare', 'chart.unknown-compare')
  if (!period) throw invalidField('compare', 'chart.compare-what')
  return given
}

/** What each number opens must be a filter that a list takes: no deeper and no longer. */
function requireOpenable(reading: Reading, { model, where, period, groupings, measure }: Asked) {
  const ofPeriod: Filter = period ? { [period.field]: { during: period.during } } : {}
  const ofGroups = groupings.map(grouping => whereOfKey(grouping, '', reading))
  parseFilter(allOf(where, ofPeriod, ...ofGroups, measure.share ?? {}), model, reading)
}
