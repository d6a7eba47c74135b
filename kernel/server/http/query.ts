import { isPlainObject } from '../../fields/list.ts'
import { parseId } from '../../fields/ref/ref.ts'
import { FieldProblem } from '../../schema/field-type.ts'
import { nextStepName } from '../../schema/next-step.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { visibleFields } from '../access/rights.ts'
import type { AnyRow } from '../records/context.ts'
import type { ListQuery, Reading } from '../records/list.ts'
import { stepsSeen } from '../records/next-step.ts'
import type { Model } from '../tables/model.ts'

export interface ListRequest extends ListQuery {
  readonly count: boolean
  readonly include: readonly string[]
}

const known = new Set(['where', 'search', 'sort', 'columns', 'limit', 'after', 'count', 'include', 'trashed'])

/** What a list was asked for, from the address or from the body of `query`: the same names in both. */
export function readListRequest(given: Readonly<Record<string, unknown>>, model: Model, reading: Reading): ListRequest {
  for (const name of Object.keys(given)) if (!known.has(name)) throw invalidField(name, 'unknown-parameter')
  const text = (name: string, max = 2000) => readText(name, given[name], max)
  const sort = text('sort')
  const search = text('search')
  // A cursor holds the values of up to four fields.
  const after = text('after', 100_000)
  const columns = readNames('columns', given.columns)
  return {
    limit: readLimit(given.limit),
    count: readYes('count', given.count),
    trashed: readYes('trashed', given.trashed),
    include: readNames('include', given.include)?.map(name => requireIncludable(model, reading, name)) ?? [],
    ...(given.where === undefined || given.where === '' ? {} : { where: readWhere(given.where) }),
    ...(sort ? { sort } : {}),
    ...(search ? { search } : {}),
    ...(after ? { after } : {}),
    ...(columns
      ? {
          columns: columns
            .filter(name => name !== 'id' && name !== 'version')
            .map(name => requireVisible(model, reading.actor, name)),
        }
      : {}),
  }
}

function readText(name: string, value: unknown, max: number): string | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw invalidField(name, 'not-text')
  if (value.length > max) throw invalidField(name, 'too-long', { max })
  return value
}

function readLimit(value: unknown): number {
  if (value === undefined || value === '') return 50
  const limit = Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw invalidField('limit', 'limit.out-of-range', { min: 1, max: 200 })
  return limit
}

function readYes(name: string, value: unknown): boolean {
  if (value === undefined || value === '' || value === false || value === 'false') return false
  if (value === true || value === 'true') return true
  throw invalidField(name, 'not-yes-or-no')
}

function readNames(name: string, value: unknown): string[] | undefined {
  const list = typeof value === 'string' && value ? value.split(',') : value
  if (list === undefined || list === '') return undefined
  if (!Array.isArray(list) || list.length > 200 || !list.every(item => typeof item === 'string'))
    throw invalidField(name, 'not-a-list')
  return [...new Set(list.map(item => item.trim()))]
}

export function readWhere(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw invalidField('where', 'broken-json')
  }
}

function requireVisible(model: Model, actor: Actor, name: string) {
  if (!visibleFields(actor, model).includes(name)) throw invalidField('columns', 'unknown-column', { name })
  return name
}

function requireIncludable(model: Model, reading: Reading, name: string) {
  const { actor } = reading
  if (name === nextStepName && stepsSeen(reading, model).length > 0) return name
  const type = visibleFields(actor, model).includes(name) ? model.fields[name]?.type : undefined
  if (type === undefined || (type !== 'ref' && type !== 'file' && !model.links.includes(name)))
    throw invalidField('include', 'not-includable', { name })
  return name
}

export function readId(value: unknown): string {
  try {
    return parseId(value)
  } catch (error) {
    if (error instanceof FieldProblem) throw invalidField('id', error.code)
    throw error
  }
}

export function readIds(value: unknown, max: number): string[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidField('ids', 'not-a-list')
  if (value.length > max) throw invalidField('ids', 'too-many', { max })
  return [...new Set(value.map(readId))]
}

export function readObject(name: string, value: unknown) {
  if (!isPlainObject(value)) throw invalidField(name, 'not-an-object')
  return value
}

/** `"7"` of ETag and If-Match is the version of the record. */
export function readVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined
  const version = Number(/^(?:W\/)?"(\d+)"$/.exec(header.trim())?.[1])
  if (!Number.isSafeInteger(version)) throw invalidField('If-Match', 'if-match.invalid')
  return version
}

export const etagOf = (row: Pick<AnyRow, 'version'>) => `"${row.version}"`
