// What the contract is tried on. PostgreSQL tries every object. The embedded database runs the same code, many times
// slower: on it those are tried that together have whatever an object can have, so that no kind of field and no trait is
// left out however many objects there come to be.

import type { Field } from '#kernel/schema/field.ts'
import { buildModels, type Model } from '#kernel/server/tables/model.ts'
import { testEngine } from '../database.ts'
import { withEveryType } from './every-type.ts'

const all = buildModels(withEveryType.objects).all

/** As few as have all that all have. */
export function covering(models: readonly Model[]): readonly Model[] {
  const missing = new Set(models.flatMap(traitsOf))
  const chosen: Model[] = []
  while (missing.size > 0) {
    const brings = (model: Model) => traitsOf(model).filter(trait => missing.has(trait)).length
    const best = models.reduce((one, other) => (brings(other) > brings(one) ? other : one))
    for (const trait of traitsOf(best)) missing.delete(trait)
    chosen.push(best)
  }
  return models.filter(model => chosen.includes(model))
}

const tried = testEngine === 'postgres' ? all : covering(all)

export const triedObjects: readonly string[] = tried.map(({ name }) => name)
export const triedFields = (of: (model: Model) => readonly string[]) =>
  tried.flatMap(model => of(model).map(field => [model.name, field] as const))

function traitsOf({ object, fields }: Model): string[] {
  const { through } = object
  return [
    object.owned ? 'owned' : 'of nobody',
    ...(through ? [`through ${fields[through]?.type}${object.owned ? ', owned' : ''}`] : []),
    ...(object.shared ? ['shared'] : []),
    ...(object.board ? ['board'] : []),
    ...(object.step ? ['step'] : []),
    ...Object.values(object.actions).flatMap(({ needs, input }) => [
      `action that needs ${needs}`,
      ...Object.values(input ?? {}).map(field => `input of ${field.type}`),
    ]),
    ...Object.values(fields).flatMap(fieldTraits),
  ]
}

function fieldTraits(field: Field): string[] {
  const marks = ['required', 'unique', 'search', 'readonly', 'index', 'mask'] as const
  return [
    field.type,
    ...marks.filter(mark => field[mark]).map(mark => `${field.type}, ${mark}`),
    ...('onDelete' in field ? [`${field.type}, ${field.onDelete}`] : []),
    ...('roles' in field ? [`${field.type}, roles`] : []),
  ]
}
