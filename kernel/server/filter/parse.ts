import { operandOf, typeOf } from '../../fields/index.ts'
import { isPlainObject } from '../../fields/list.ts'
import type { Field } from '../../schema/field.ts'
import { FieldProblem, type Operator } from '../../schema/field-type.ts'
import { filterLimits } from '../../schema/filter.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { canSee, may } from '../access/rights.ts'
import type { Model, Models } from '../tables/model.ts'

export type Node =
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'not'; readonly node: Node }
  | { readonly kind: 'hop'; readonly model: Model; readonly field: string; readonly to: Model; readonly node: Node }
  | {
      readonly kind: 'compare'
      readonly model: Model
      readonly field: string
      readonly operator: Operator
      readonly operand: unknown
    }
  | { readonly kind: 'count'; readonly of: Model; readonly by: string; readonly node: Node; readonly bounds: Bounds }

export interface Bounds {
  readonly is?: number
  readonly gte?: number
  readonly lte?: number
}

interface Reading {
  readonly models: Models
  readonly actor: Actor
  /** How many leaves were read so far; one budget for the whole filter. */
  readonly leaves: { count: number }
}

/** The one parser: every filter, from wherever it comes, is checked here against what its runner may see. */
export function parseFilter(input: unknown, model: Model, { models, actor }: Omit<Reading, 'leaves'>): Node {
  return parseNode(input, model, { models, actor, leaves: { count: 0 } }, 1)
}

function parseNode(input: unknown, model: Model, reading: Reading, depth: number): Node {
  if (depth > filterLimits.depth) throw invalidField('where', 'filter.too-deep', { max: filterLimits.depth })
  if (!isPlainObject(input)) throw invalidField('where', 'filter.not-an-object')
  const nodes = Object.entries(input).map(([key, value]) => parseEntry(key, value, model, reading, depth))
  return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'all', nodes }
}

function parseEntry(key: string, value: unknown, model: Model, reading: Reading, depth: number): Node {
  if (key === 'all' || key === 'any') return { kind: key, nodes: parseGroup(key, value, model, reading, depth) }
  if (key === 'not') return { kind: 'not', node: parseNode(value, model, reading, depth + 1) }
  if (++reading.leaves.count > filterLimits.leaves)
    throw invalidField('where', 'filter.too-long', { max: filterLimits.leaves })
  if (key === 'count') return parseCount(value, model, reading, depth)
  return parsePath(key, key.split('.'), value, model, reading)
}

function parseGroup(key: string, value: unknown, model: Model, reading: Reading, depth: number) {
  if (!Array.isArray(value)) throw invalidField('where', 'filter.group-not-a-list', { group: key })
  if (value.length > filterLimits.leaves) throw invalidField('where', 'filter.too-long', { max: filterLimits.leaves })
  return value.map(item => parseNode(item, model, reading, depth + 1))
}

function parsePath(path: string, [name = '', ...rest]: string[], value: unknown, model: Model, reading: Reading): Node {
  const field = visibleField(path, name, model, reading.actor)
  if (rest.length === 0) return parseConditions(path, name, field, value, model, reading)
  if (rest.length > 3) throw invalidField(path, 'filter.path-too-long')
  const to = target(path, field, reading)
  return { kind: 'hop', model, field: name, to, node: parsePath(path, rest, value, to, reading) }
}

/** A field that is masked is as good as none: nobody learns of it by asking. */
function visibleField(path: string, name: string, model: Model, actor: Actor): Field {
  if (name === 'id') return idField
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined
  if (!field || !canSee(actor, model, name)) throw invalidField(path, 'filter.unknown-field', { object: model.name })
  return field
}

export const idField: Field = { type: 'ref', to: 'id', required: true, readonly: true }

function target(path: string, field: Field, { models, actor }: Reading): Model {
  const name = field.type === 'tags' ? 'tag' : field.type === 'ref' || field.type === 'refs' ? field.to : undefined
  const to = name === undefined ? undefined : models.find(name)
  if (!to || !may(actor, to, 'read')) throw invalidField(path, 'filter.not-a-path')
  return to
}

function parseConditions(
  path: string,
  name: string,
  field: Field,
  value: unknown,
  model: Model,
  reading: Reading,
): Node {
  const conditions = isConditions(value) ? Object.entries(value) : [['is', value] as const]
  const nodes = conditions.map(([operator, operand]) =>
    parseCondition(path, name, field, operator, operand, model, reading),
  )
  return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'all', nodes }
}

/** `{ amount, currency }` and `{ id, role }` are values; an object whose keys are operators is a condition. */
const isConditions = (value: unknown): value is Record<string, unknown> =>
  isPlainObject(value) && Object.keys(value).length > 0 && !('currency' in value) && !('id' in value)

function parseCondition(
  path: string,
  name: string,
  field: Field,
  operator: string,
  input: unknown,
  model: Model,
  { actor }: Reading,
): Node {
  if (input === null && (operator === 'is' || operator === 'not'))
    return { kind: 'compare', model, field: name, operator: 'empty', operand: operator === 'is' }
  if (!isOperator(field, operator))
    throw invalidField(path, 'filter.unknown-operator', { operator, operators: typeOf(field).operators.join(', ') })
  try {
    const operand = operandOf(field, operator, withMe(field, input, actor), actor.locale)
    return { kind: 'compare', model, field: name, operator, operand }
  } catch (error) {
    if (error instanceof FieldProblem) throw invalidField(path, error.code, error.params)
    throw error
  }
}

const isOperator = (field: Field, operator: string): operator is Operator =>
  (typeOf(field).operators as readonly string[]).includes(operator)

/** `@me` in a saved filter is whoever runs it. */
function withMe(field: Field, input: unknown, actor: Actor): unknown {
  if (!('to' in field) || field.to !== 'user') return input
  if (Array.isArray(input)) return input.map(item => withMe(field, item, actor))
  return input === '@me' ? (actor.id ?? '00000000-0000-0000-0000-000000000000') : input
}

function parseCount(input: unknown, model: Model, reading: Reading, depth: number): Node {
  if (!isPlainObject(input)) throw invalidField('count', 'filter.not-an-object')
  const { of, by, where = {}, within, at = 'created_at', ...bounds } = input
  const other = typeof of === 'string' ? reading.models.find(of) : undefined
  if (!other || !may(reading.actor, other, 'read')) throw invalidField('count.of', 'filter.unknown-object')
  const [pointer, second] = pointers(model, other, reading.actor).filter(name => by === undefined || name === by)
  if (!pointer) throw invalidField('count.by', 'filter.not-related', { object: model.name, other: other.name })
  if (second) throw invalidField('count.by', 'filter.which-link', { one: pointer, other: second })
  const inner = parseNode(where, other, reading, depth + 1)
  const window = within === undefined ? [] : [parsePath('count.at', [String(at)], { during: within }, other, reading)]
  return {
    kind: 'count',
    of: other,
    by: pointer,
    node: { kind: 'all', nodes: [inner, ...window] },
    bounds: parseBounds(bounds),
  }
}

const pointers = (model: Model, other: Model, actor: Actor) =>
  Object.entries(other.fields)
    .filter(([name, field]) => pointsTo(field, model.name) && canSee(actor, other, name))
    .map(([name]) => name)

function pointsTo(field: Field, object: string) {
  if (field.type === 'about') return field.to.includes(object)
  if (field.type === 'tags') return object === 'tag'
  return (field.type === 'ref' || field.type === 'refs') && field.to === object
}

function parseBounds(bounds: Record<string, unknown>): Bounds {
  const entries = Object.entries(bounds)
  const good = entries.every(
    ([key, value]) =>
      ['is', 'gte', 'lte'].includes(key) && Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000,
  )
  if (!good || entries.length === 0) throw invalidField('count', 'filter.count-bounds')
  return bounds
}
