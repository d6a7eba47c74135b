import { canWrite } from '../access/rights.ts'
import type { Model } from '../tables/model.ts'
import type { Context } from './context.ts'

/** PUT: what is not given goes back to what a new record would have; what this person may not write stays. */
export function replaceInput(ctx: Context, model: Model, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const names = Object.keys(model.fields).filter(
    name => name !== 'owner_id' && !model.fields[name]?.readonly && canWrite(ctx.actor, model, name),
  )
  const blank = names.map(name => {
    const field = model.fields[name]
    if (field && 'default' in field && field.default !== undefined) return [name, field.default]
    if (field?.type === 'flag') return [name, false]
    return [name, model.links.includes(name) || field?.type === 'choices' ? [] : null]
  })
  return { ...Object.fromEntries(blank), ...body }
}
