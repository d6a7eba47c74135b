import { invalid, Refused } from '../../schema/refused.ts'
import { canWrite } from '../access/rights.ts'
import type { Model } from '../tables/model.ts'
import { constraintField } from '../tables/object-table.ts'
import type { AnyRow, Context } from './context.ts'

interface DatabaseError {
  readonly code?: string
  readonly constraint?: string
  readonly column?: string
  readonly table?: string
  readonly detail?: string
}

/** Says in our words what the database refused. */
export async function explainWrite<T>(
  ctx: Context,
  model: Model,
  rows: readonly AnyRow[],
  write: Promise<T>,
): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw explained(ctx, model, rows, error as DatabaseError) ?? error
  }
}

function explained(
  ctx: Context,
  model: Model,
  rows: readonly AnyRow[],
  { code, constraint = '', column = '', table, detail = '' }: DatabaseError,
) {
  if (code === '23502') return leftOut(ctx, model, column)
  const own = constraintField(ctx.models, model, constraint)
  const field = own && (ctx.blamed ?? own)
  if (code === '23505' && own && field) {
    const index = rows.length > 1 ? rowOf(rows, own, detail) : undefined
    return invalid([{ field, code: 'not-unique', ...(index === undefined ? {} : { index }) }])
  }
  if (code === '23503' && field) return invalid([{ field, code: 'ref-missing' }])
  if (code === '23503' || code === '23001')
    return new Refused('in-use', { by: ctx.models.all.find(other => other.table === table)?.name ?? table })
  if (code === '22003') return new Refused('number-too-large', {}, { kind: 'invalid' })
  return undefined
}

/** A required field that nobody filled in. Who may not see it cannot, and so cannot create such a record at all. */
function leftOut(ctx: Context, model: Model, column: string) {
  const name = Object.keys(model.columns).find(field => model.columns[field]?.includes(column))
  if (name === undefined) return undefined
  return canWrite(ctx.actor, model, name)
    ? invalid([{ field: name, code: 'required' }])
    : new Refused('forbidden', { object: model.name, verb: 'create' })
}

/** Which of several rows the database names in "Key (fold(email))=(ada@example.com) already exists." */
function rowOf(rows: readonly AnyRow[], field: string, detail: string) {
  const value = /=\((.*)\) already exists/.exec(detail)?.[1]
  const at = rows.findIndex(row => String(row[field]).toLowerCase() === value?.toLowerCase())
  return at < 0 ? undefined : at
}
