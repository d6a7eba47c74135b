// Filters as people might never write them, of every form that there is; their operands are mostly taken from the
// records, so that they find something.

import { namedPeriods, typeOf } from '#kernel/fields/index.ts'
import type { Field } from '#kernel/schema/field.ts'
import { isLinks, type Operator } from '#kernel/schema/field-type.ts'
import type { Model, Models } from '#kernel/server/tables/model.ts'
import type { Random } from '../random.ts'
import type { Record_ } from './naive-filter.ts'

export interface Source {
  readonly random: Random
  readonly models: Models
  readonly rows: ReadonlyMap<string, readonly Record_[]>
  /** Objects and fields that the one who asks may see. */
  readonly readable: (object: string) => boolean
  readonly visible: (model: Model, field: string) => boolean
}

export function randomFilter(source: Source, model: Model, depth = 3): Readonly<Record<string, unknown>> {
  const { random } = source
  const inner = () => randomFilter(source, model, depth - 1)
  const form = depth <= 1 ? 'leaf' : random.pick(['leaf', 'leaf', 'all', 'any', 'not', 'count', 'both'] as const)
  if (form === 'all' || form === 'any') return { [form]: Array.from({ length: random.whole(0, 3) }, inner) }
  if (form === 'not') return { not: inner() }
  if (form === 'both') return { ...inner(), ...inner() }
  return form === 'count' ? (randomCount(source, model, depth) ?? leafOf(source, model)) : leafOf(source, model)
}

function randomCount(source: Source, model: Model, depth: number) {
  const { random, models, readable, visible } = source
  const pointing = models.all
    .filter(({ name }) => readable(name))
    .flatMap(other =>
      Object.entries(other.fields)
        .filter(([name, field]) => pointsTo(field, model.name) && visible(other, name))
        .map(([by]) => ({ other, by })),
    )
  if (pointing.length === 0) return undefined
  const { other, by } = random.pick(pointing)
  const bounds = random.pick([
    { is: random.whole(0, 2) },
    { gte: random.whole(0, 3) },
    { lte: random.whole(0, 2) },
    { gte: 1, lte: 2 },
  ])
  return {
    count: {
      of: other.name,
      by,
      ...(random.yes() ? { where: randomFilter(source, other, depth - 1) } : {}),
      ...(random.yes(0.3) && visible(other, 'created_at')
        ? { within: random.pick(['today', 'last_year', { last: '30 days' }]) }
        : {}),
      ...bounds,
    },
  }
}

function pointsTo(field: Field, object: string) {
  if (field.type === 'about') return field.to.includes(object)
  return field.type === 'tags'
    ? object === 'tag'
    : (field.type === 'ref' || field.type === 'refs') && field.to === object
}

/** One condition, now and then through one, two or three links. */
function leafOf(source: Source, model: Model, hops = 3): Readonly<Record<string, unknown>> {
  const { random } = source
  const names = ['id', ...Object.keys(model.fields).filter(name => source.visible(model, name))]
  const name = random.pick(names)
  const field: Field = name === 'id' ? { type: 'ref', to: model.name } : (model.fields[name] as Field)
  const to = name !== 'id' && hops > 0 && random.yes(0.4) ? source.models.find(targetOf(field)) : undefined
  if (to && source.readable(to.name)) {
    const [[path, condition] = ['id', { empty: false }]] = Object.entries(leafOf(source, to, hops - 1))
    return { [`${name}.${path}`]: condition }
  }
  return { [name]: conditionOf(source, model, name, field) }
}

const targetOf = (field: Field) =>
  field.type === 'tags' ? 'tag' : field.type === 'ref' || field.type === 'refs' ? field.to : ''

function conditionOf(source: Source, model: Model, name: string, field: Field): unknown {
  const { random } = source
  const { operators } = typeOf(field)
  if (operators.includes('is') && random.yes(0.1)) return random.pick([null, { is: null }, { not: null }])
  const operator = random.pick(operators)
  const operand = operandOf(source, model, name, field, operator)
  if (operand === undefined) return operators.includes('empty') ? { empty: random.yes() } : { [operator]: random.yes() }
  return operator === 'is' && random.yes() ? operand : { [operator]: operand }
}

/** Undefined where no record has a value. */
export function operandOf(source: Source, model: Model, name: string, field: Field, operator: Operator): unknown {
  const { random } = source
  if (operator === 'empty') return random.yes()
  if (operator === 'during')
    return random.pick([...namedPeriods, { last: '30 days' }, { next: '2 months' }, { last: '1 year' }])
  const values = (source.rows.get(model.name) ?? [])
    .map(row => row[name])
    .filter(value => value !== null && value !== undefined)
  if (operator === 'in' || operator === 'not_in' || operator === 'all')
    return someOf(random, isLinks(field) || typeOf(field).shape === 'array' ? values.flat() : values)
  if (values.length === 0) return field.type === 'flag' ? random.yes() : undefined
  const value = random.pick(values)
  if (operator === 'contains' || operator === 'starts') return pieceOf(random, field, String(value), operator)
  return field.type === 'money' && (value as { currency: string }).currency !== 'USD'
    ? { amount: '5', currency: 'USD' }
    : value
}

const someOf = (random: Random, values: readonly unknown[]) =>
  values.length ? Array.from({ length: random.whole(0, 3) }, () => bare(random, random.pick(values))) : []

/** A link may be asked for with its role or without. */
const bare = (random: Random, value: unknown) =>
  typeof value === 'object' && value !== null && 'role' in value && random.yes()
    ? (value as unknown as { id: string }).id
    : value

function pieceOf(random: Random, field: Field, value: string, operator: Operator) {
  const letters = [...value]
  const from = operator === 'starts' ? 0 : random.whole(0, letters.length - 1)
  const piece = letters.slice(from, from + random.whole(1, 4)).join('')
  if (field.type === 'phone')
    return piece.replace(/\D/g, '').replace(/^0+/, '') === '' ? '336' : piece.replace(/^0+/, '')
  return piece.trim() === '' ? 'a' : random.yes() ? piece.toUpperCase() : piece
}
