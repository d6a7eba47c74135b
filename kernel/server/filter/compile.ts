import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { during, type Money, typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { fold } from '../../schema/fold.ts'
import { rateOn } from '../records/money-base.ts'
import type { Model } from '../tables/model.ts'
import { sortKey } from '../tables/object-table.ts'
import { type Bounds, idField, type Node } from './parse.ts'

export type Condition = RawBuilder<SqlBool>

export interface Compiling {
  /** Which rows of a table the runner may see: the one WHERE of access/visible.ts. */
  readonly visible: (model: Model, alias: string) => Condition
  readonly today: string
  readonly zone: string
  /** The company's: what amounts are compared in. */
  readonly currency: string
}

/** The one compiler: a parsed filter as SQL over the rows of `alias`. Every value is a parameter. */
export function compileFilter(node: Node, alias: string, compiling: Compiling): Condition {
  switch (node.kind) {
    case 'all':
      return node.nodes.length
        ? join(
            node.nodes.map(inner => compileFilter(inner, alias, compiling)),
            ' and ',
          )
        : always
    case 'any':
      return node.nodes.length
        ? join(
            node.nodes.map(inner => compileFilter(inner, alias, compiling)),
            ' or ',
          )
        : never
    case 'not':
      return sql<SqlBool>`(${compileFilter(node.node, alias, compiling)}) is not true`
    case 'hop':
      return compileHop(node, alias, compiling)
    case 'count':
      return compileCount(node, alias, compiling)
    case 'compare':
      return compare(node, alias, compiling)
  }
}

export const always: Condition = sql<SqlBool>`true`
export const never: Condition = sql<SqlBool>`false`
export const join = (conditions: readonly Condition[], by: ' and ' | ' or '): Condition =>
  conditions.length === 1 ? (conditions[0] as Condition) : sql<SqlBool>`(${sql.join(conditions, sql.raw(by))})`

function compileHop(
  { model, field, to, node }: Node & { kind: 'hop' },
  alias: string,
  compiling: Compiling,
): Condition {
  const inner = `${alias}_to`
  const matches = sql`${sql.ref(`${inner}.deleted_at`)} is null and ${compiling.visible(to, inner)} and ${compileFilter(node, inner, compiling)}`
  if (!model.links.includes(field))
    return sql<SqlBool>`exists (select 1 from ${sql.table(to.table)} as ${sql.ref(inner)} where ${sql.ref(`${inner}.id`)} = ${sql.ref(`${alias}.${field}`)} and ${matches})`
  return sql<SqlBool>`exists (select 1 from links as l join ${sql.table(to.table)} as ${sql.ref(inner)} on ${sql.ref(`${inner}.id`)} = l.to_id
    where l.from_id = ${sql.ref(`${alias}.id`)} and l.field = ${field} and ${matches})`
}

function compileCount(
  { of, by, node, bounds }: Node & { kind: 'count' },
  alias: string,
  compiling: Compiling,
): Condition {
  const inner = `${alias}_n`
  const points = of.links.includes(by)
    ? sql`exists (select 1 from links as l where l.from_id = ${sql.ref(`${inner}.id`)} and l.field = ${by} and l.to_id = ${sql.ref(`${alias}.id`)})`
    : sql`${sql.ref(`${inner}.${by}`)} = ${sql.ref(`${alias}.id`)}`
  const enough = Math.max(bounds.is ?? 0, bounds.gte ?? 0, bounds.lte ?? 0) + 1
  const counted = sql`(select count(*) from (select 1 from ${sql.table(of.table)} as ${sql.ref(inner)}
    where ${points} and ${sql.ref(`${inner}.deleted_at`)} is null and ${compiling.visible(of, inner)} and ${compileFilter(node, inner, compiling)} limit ${enough}) as counted)`
  return join(boundConditions(counted, bounds), ' and ')
}

const boundConditions = (counted: RawBuilder<unknown>, { is, gte, lte }: Bounds): Condition[] => [
  ...(is === undefined ? [] : [sql<SqlBool>`${counted} = ${is}`]),
  ...(gte === undefined ? [] : [sql<SqlBool>`${counted} >= ${gte}`]),
  ...(lte === undefined ? [] : [sql<SqlBool>`${counted} <= ${lte}`]),
]

function compare(node: Node & { kind: 'compare' }, alias: string, compiling: Compiling): Condition {
  const field = node.field === 'id' ? idField : (node.model.fields[node.field] as Field)
  const type = typeOf(field)
  if (type.shape === 'links') return compareLinks(node, alias)
  if (type.shape === 'array') return compareArray(node, sql.ref(`${alias}.${node.field}`))
  // An amount in a currency without a rate has no base to compare, and is there all the same.
  if (node.operator === 'empty')
    return sql<SqlBool>`${sql.ref(`${alias}.${node.field}`)} is ${sql.raw(node.operand ? 'null' : 'not null')}`
  return compareScalar(
    node,
    field,
    node.field === 'id' ? sql.ref(`${alias}.id`) : keyOf(node.model, node.field, alias),
    compiling,
  )
}

/** The column, folded where text is compared. */
export function keyOf(model: Model, name: string, alias: string): RawBuilder<unknown> {
  const key = sortKey(model, name)
  const column = /^fold\((.*)\)$/.exec(key)?.[1]
  return column ? sql`fold(${sql.ref(`${alias}.${column}`)})` : sql`${sql.ref(`${alias}.${key}`)}`
}

function compareScalar(
  { operator, operand }: Node & { kind: 'compare' },
  field: Field,
  key: RawBuilder<unknown>,
  compiling: Compiling,
): Condition {
  const type = typeOf(field)
  const value = type.key === 'fold' ? foldAll(operand) : isMoney(operand) ? inBase(operand, compiling) : operand
  switch (operator) {
    case 'is':
      return sql<SqlBool>`${key} = ${value}`
    case 'not':
      return sql<SqlBool>`${key} is distinct from ${value}`
    case 'in':
      return sql<SqlBool>`${key} = any(${value})`
    case 'not_in':
      return sql<SqlBool>`(${key} = any(${value})) is not true`
    case 'gt':
      return sql<SqlBool>`${key} > ${value}`
    case 'gte':
      return sql<SqlBool>`${key} >= ${value}`
    case 'lt':
      return sql<SqlBool>`${key} < ${value}`
    case 'lte':
      return sql<SqlBool>`${key} <= ${value}`
    case 'contains':
      return sql<SqlBool>`${key} like ${`%${escapeLike(String(value))}%`}`
    case 'starts':
      return sql<SqlBool>`${key} like ${`${escapeLike(String(value))}%`}`
    case 'during': {
      const { from, to } = during(operand as Parameters<typeof during>[0], compiling.today, compiling.zone)
      const [start, end] = field.type === 'date' ? [from.day, to.day] : [from.instant, to.instant]
      return sql<SqlBool>`(${key} >= ${start} and ${key} < ${end})`
    }
    case 'empty':
    case 'all':
      return never
  }
}

const isMoney = (operand: unknown): operand is Money =>
  typeof operand === 'object' && operand !== null && 'amount' in operand

/** By the rate of the day, as the column was filled; while no rate is known, nothing compares. */
function inBase({ amount, currency }: Money, { currency: own, today }: Compiling): unknown {
  if (currency === own) return amount
  return sql`(${amount}::numeric * ${rateOn(sql`${currency}::text`, sql`${today}::date`, own)})`
}

function compareArray({ operator, operand }: Node & { kind: 'compare' }, column: RawBuilder<unknown>): Condition {
  switch (operator) {
    case 'in':
      return sql<SqlBool>`${column} && ${operand}`
    case 'not_in':
      return sql<SqlBool>`not (${column} && ${operand})`
    case 'all':
      return sql<SqlBool>`${column} @> ${operand}`
    case 'is':
      return sql<SqlBool>`(${column} @> ${operand} and ${column} <@ ${operand})`
    case 'empty':
      return operand ? sql<SqlBool>`${column} = '{}'` : sql<SqlBool>`${column} <> '{}'`
    default:
      return never
  }
}

function compareLinks({ field, operator, operand }: Node & { kind: 'compare' }, alias: string): Condition {
  const linked = (which: Condition) =>
    sql<SqlBool>`exists (select 1 from links as l where l.from_id = ${sql.ref(`${alias}.id`)} and l.field = ${field} and ${which})`
  const targets = operator === 'empty' ? [] : (operand as readonly unknown[]).map(targetOf)
  switch (operator) {
    case 'in':
      return linked(toAnyOf(targets))
    case 'not_in':
      return sql<SqlBool>`not ${linked(toAnyOf(targets))}`
    case 'all':
      return targets.length
        ? join(
            targets.map(target => linked(toAnyOf([target]))),
            ' and ',
          )
        : always
    case 'empty':
      return operand ? sql<SqlBool>`not ${linked(always)}` : linked(always)
    default:
      return never
  }
}

/** A link with a role is asked for with that role; a bare id, whatever its role. */
function toAnyOf(targets: readonly LinkTarget[]): Condition {
  const bare = targets.flatMap(({ id, role }) => (role === null ? [id] : []))
  const inRole = targets.filter(({ role }) => role !== null)
  return join(
    [
      sql<SqlBool>`l.to_id = any(${bare}::uuid[])`,
      ...inRole.map(({ id, role }) => sql<SqlBool>`(l.to_id = ${id}::uuid and l.role = ${role})`),
    ],
    ' or ',
  )
}

interface LinkTarget {
  readonly id: string
  readonly role: string | null
}

const targetOf = (item: unknown): LinkTarget =>
  typeof item === 'object' && item !== null
    ? { role: null, ...(item as { id: string }) }
    : { id: String(item), role: null }

const foldAll = (operand: unknown): unknown => {
  if (Array.isArray(operand)) return operand.map(foldAll)
  return typeof operand === 'string' ? fold(operand) : operand
}

export const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')
