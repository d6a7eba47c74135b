import { Refused } from '../../schema/refused.ts'
import { canSee } from '../access/rights.ts'
import type { Model } from '../tables/model.ts'
import type { AnyRow, Context } from './context.ts'

/** A write on top of a version that is no longer the last: says what changed since, so that a person can decide. */
export async function staleWrite(ctx: Context, model: Model, row: AnyRow, version: number): Promise<Refused> {
  const since = await ctx.db
    .selectFrom('changes')
    .select(['after'])
    .where('record_id', '=', row.id)
    .where('version', '>', version)
    .execute()
  const fields = [...new Set(since.flatMap(({ after }) => Object.keys(after ?? {})))].filter(
    name => name in model.fields && canSee(ctx.actor, model, name),
  )
  const problems = fields.map(field => ({ field, code: 'changed-since', params: { value: row[field] } }))
  return new Refused(
    'conflict',
    { version: row.version, given: version, fields: fields.join(', ') },
    { kind: 'conflict', problems },
  )
}
