import type { Field } from '../../schema/field.ts'
import { invalidField } from '../../schema/refused.ts'
import { canSee } from '../access/rights.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'

/** A field that is masked is as good as none, and so is one that does not fit. */
export function requireSeen(
  { actor }: Reading,
  model: Model,
  name: unknown,
  part: string,
  fits: (field: Field) => boolean,
): Field {
  const field = typeof name === 'string' && Object.hasOwn(model.fields, name) ? model.fields[name] : undefined
  if (!field || !canSee(actor, model, String(name)) || !fits(field))
    throw invalidField(part, 'chart.unknown-field', { name: String(name) })
  return field
}
