import { baseFields } from '../../schema/object.ts'
import type { Actor } from '../access/actor.ts'
import { may, visibleFields } from '../access/rights.ts'
import type { Model, Models } from '../tables/model.ts'

export const baseFieldNames = new Set(Object.keys(baseFields({ owned: true })))

/** Names of the fields that were added at run time. */
export const customNames = ({ fields, object }: Model) =>
  Object.keys(fields).filter(name => !Object.hasOwn(object.fields, name) && !baseFieldNames.has(name))

/**
 * The models without the custom fields that this reader may not know of; nobody knows of any. What was declared
 * hides nothing: it is the same in every Rapport, and its source is public.
 */
export function knownTo(
  actor: Actor | null,
  models: Models,
): { readonly key: string; readonly models: readonly Model[] } {
  const hidden = models.all.map(model => {
    const seen = new Set(actor && may(actor, model, 'read') ? visibleFields(actor, model) : [])
    return customNames(model).filter(name => !seen.has(name))
  })
  const known = models.all.map((model, at) => (hidden[at]?.length ? without(model, hidden[at]) : model))
  return { key: hidden.map(names => names.join(',')).join(';'), models: known }
}

const without = (model: Model, names: readonly string[]): Model => ({
  ...model,
  fields: Object.fromEntries(Object.entries(model.fields).filter(([name]) => !names.includes(name))),
})
