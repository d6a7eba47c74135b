// What a filter means, said a second time and in the plainest way: over records in memory, one by one. The tests
// compare it with what the database finds.

import { during, type Period } from '#kernel/fields/index.ts'
import type { Field } from '#kernel/schema/field.ts'
import { fold } from '#kernel/schema/fold.ts'
import type { Model, Models } from '#kernel/server/tables/model.ts'

export type Record_ = Readonly<Record<string, unknown>> & { readonly id: string }
type Leaf = Readonly<Record<string, unknown>>

export interface Naive {
  readonly models: Models
  /** Everything that is not in the trash, by object. */
  readonly rows: ReadonlyMap<string, readonly Record_[]>
  /** Whether the one who asks may see a record. */
  readonly sees: (object: string, row: Record_) => boolean
  readonly today: string
  readonly zone: string
  readonly currency: string
}

export const naiveFilter = (world: Naive, filter: Leaf, model: Model, row: Record_): boolean =>
  Object.entries(filter).every(([key, value]) => holds(world, key, value, model, row))

function holds(world: Naive, key: string, value: unknown, model: Model, row: Record_): boolean {
  const each = (inner: unknown) => naiveFilter(world, inner as Leaf, model, row)
  if (key === 'all') return (value as unknown[]).every(each)
  if (key === 'any') return (value as unknown[]).some(each)
  if (key === 'not') return !each(value)
  if (key === 'count') return counts(world, value as Count, model, row)
  const [name = '', ...rest] = key.split('.')
  if (rest.length)
    return targets(world, model, name, row).some(({ to, target }) => holds(world, rest.join('.'), value, to, target))
  const field: Field = name === 'id' ? { type: 'ref', to: model.name } : (model.fields[name] as Field)
  const conditions = isConditions(value) ? Object.entries(value) : [['is', value] as const]
  return conditions.every(([operator, operand]) => compares(world, field, row[name] ?? null, operator, operand))
}

const isConditions = (value: unknown): value is Leaf =>
  typeof value === 'object' && value !== null && !('currency' in value)

/** The live records, seen by whoever asks, that a field points to. */
function targets(world: Naive, model: Model, name: string, row: Record_) {
  const field = model.fields[name] as Field
  const object = field.type === 'tags' ? 'tag' : (field as { to: string }).to
  const ids = [row[name]].flat().map(idOf)
  const found = (world.rows.get(object) ?? []).filter(target => ids.includes(target.id) && world.sees(object, target))
  return found.map(target => ({ to: world.models.get(object), target }))
}

const idOf = (link: unknown) => (typeof link === 'object' && link !== null ? (link as { id: string }).id : link)

interface Count {
  readonly of: string
  readonly by: string
  readonly where?: Leaf
  readonly within?: Period
  readonly at?: string
  readonly is?: number
  readonly gte?: number
  readonly lte?: number
}

function counts(
  world: Naive,
  { of, by, where = {}, within, at = 'created_at', is, gte, lte }: Count,
  model: Model,
  row: Record_,
) {
  const other = world.models.get(of)
  const field = other.fields[by] as Field
  const points = (candidate: Record_) =>
    [candidate[by]]
      .flat()
      .some(
        link => idOf(link) === row.id && (field.type !== 'about' || (link as { object: string }).object === model.name),
      )
  const window = within === undefined ? {} : { [at]: { during: within } }
  const found = (world.rows.get(of) ?? []).filter(
    candidate =>
      points(candidate) &&
      world.sees(of, candidate) &&
      naiveFilter(world, where, other, candidate) &&
      naiveFilter(world, window, other, candidate),
  ).length
  return (
    (is === undefined || found === is) && (gte === undefined || found >= gte) && (lte === undefined || found <= lte)
  )
}

function compares(world: Naive, field: Field, value: unknown, operator: string, operand: unknown): boolean {
  if (operand === null) return (value === null) === (operator === 'is')
  if (operator === 'empty') return isEmpty(value) === operand
  if (Array.isArray(value)) return comparesMany(value, operator, operand as readonly unknown[])
  const own = value === null ? null : keyOf(world, field, value)
  const given = (item: unknown) => keyOf(world, field, item)
  switch (operator) {
    case 'is':
      return own !== null && own === given(operand)
    case 'not':
      return own === null || own !== given(operand)
    case 'in':
      return own !== null && (operand as unknown[]).map(given).includes(own)
    case 'not_in':
      return own === null || !(operand as unknown[]).map(given).includes(own)
    case 'contains':
      return own !== null && String(own).includes(String(given(operand)))
    case 'starts':
      return own !== null && String(own).startsWith(String(given(operand)))
    case 'gt':
      return own !== null && isAfter(own, given(operand))
    case 'gte':
      return own !== null && !isAfter(given(operand), own)
    case 'lt':
      return own !== null && isAfter(given(operand), own)
    case 'lte':
      return own !== null && !isAfter(own, given(operand))
    case 'during': {
      const { from, to } = during(operand as Period, world.today, world.zone)
      const [start, end] = field.type === 'date' ? [from.day, to.day] : [from.instant, to.instant]
      return own !== null && !isAfter(start, own) && isAfter(end, own)
    }
  }
  throw new Error(`The naive filter does not know ${operator} of ${field.type}.`)
}

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
const isAfter = (one: unknown, other: unknown) => (one as string | number) > (other as string | number)

/** Lists of keys, of ids, of links in a role. */
function comparesMany(value: readonly unknown[], operator: string, operands: readonly unknown[]) {
  const has = (wanted: unknown) => value.some(item => idOf(item) === idOf(wanted) && inRole(item, wanted))
  if (operator === 'in') return operands.some(has)
  if (operator === 'not_in') return !operands.some(has)
  return operands.every(has)
}

function inRole(item: unknown, wanted: unknown) {
  const role = typeof wanted === 'object' && wanted !== null && 'role' in wanted ? wanted.role : null
  return role === null || (item as { role: unknown }).role === role
}

/** What is compared: text without case and accents, amounts in the company's currency, everything else as it stands. */
function keyOf(world: Naive, field: Field, value: unknown): string | number | boolean | null {
  if (['text', 'long_text', 'url'].includes(field.type)) return fold(String(value))
  if (field.type === 'email') return String(value).trim().toLowerCase()
  if (field.type !== 'money') return value as string | number | boolean
  const { amount, currency } =
    typeof value === 'object'
      ? (value as { amount: string; currency: string })
      : { amount: String(value), currency: world.currency }
  return currency === world.currency ? Number(amount) : null
}
