import type { Field } from '../../schema/field.ts'
import type { Model, Models } from '../tables/model.ts'
import type { Actor, MaskLevel, Role, Scope } from './actor.ts'

export type Verb = 'read' | 'create' | 'edit' | 'delete' | 'export' | 'import'
export const verbs: readonly Verb[] = ['read', 'create', 'edit', 'delete', 'export', 'import']

/** What each of the actor's roles gives for a verb or an action; grants unite. */
export function scopes(actor: Actor, model: Model, verb: string): { role: Role; scope: Scope }[] {
  if (!withinLimits(actor, model.name, verb)) return []
  return actor.roles
    .map(role => ({ role, scope: scopeOf(role, model, verb) }))
    .filter(({ scope }) => scope !== 'nobody')
}

/** A role may narrow an action by its name; otherwise what the action needs decides. */
function scopeOf(role: Role, model: Model, verb: string): Scope {
  const action = Object.hasOwn(model.object.actions, verb) ? model.object.actions[verb] : undefined
  const asked = action ? [verb, action.needs] : [verb]
  for (const grants of [role.grants[model.name], role.grants['*']])
    for (const name of [...asked, '*']) {
      const scope = grants && Object.hasOwn(grants, name) ? grants[name] : undefined
      if (scope !== undefined) return scope
    }
  return 'nobody'
}

/** An action that makes records of another object takes the right to create them too. */
export function mayAct(actor: Actor, models: Models, model: Model, name: string) {
  const makes = model.object.actions[name]?.makes
  return may(actor, model, name) && (makes === undefined || may(actor, models.get(makes), 'create'))
}

export const may = (actor: Actor, model: Model, verb: string) => scopes(actor, model, verb).length > 0

/** `contact:read`, `contact:*`, `*:read`: what an API key was given. */
function withinLimits({ limits }: Actor, object: string, verb: string) {
  return !limits || [`${object}:${verb}`, `${object}:*`, `*:${verb}`, '*:*'].some(limit => limits.includes(limit))
}

/** A mask holds only if every role masks; of two levels the milder one. */
export function maskOf(actor: Actor, model: Model, name: string): MaskLevel | null {
  const levels = actor.roles.map(role => roleMask(role, model, name))
  if (levels.length === 0) return 'hidden'
  if (levels.includes(null)) return null
  return levels.includes('readonly') ? 'readonly' : 'hidden'
}

function roleMask(role: Role, model: Model, name: string): MaskLevel | null {
  const field = model.fields[name] as Field
  for (const masks of [role.masks[model.name], role.masks['*']]) {
    const level = masks?.[name] ?? (field.mask && masks?.[field.mask])
    if (level) return level
  }
  return null
}

export const canSee = (actor: Actor, model: Model, name: string) => maskOf(actor, model, name) !== 'hidden'
export const canWrite = (actor: Actor, model: Model, name: string) => maskOf(actor, model, name) === null

/** Fields the actor may read; remembered, because every list asks. */
export function visibleFields(actor: Actor, model: Model): readonly string[] {
  const known = seen.get(actor)?.get(model)
  if (known) return known
  const names = Object.keys(model.fields).filter(name => canSee(actor, model, name))
  const ofActor = seen.get(actor) ?? new WeakMap()
  seen.set(actor, ofActor.set(model, names))
  return names
}
const seen = new WeakMap<Actor, WeakMap<Model, readonly string[]>>()

/** The columns that search may look into. */
export const searchable = (actor: Actor, model: Model) =>
  model.search.filter(({ fields }) => fields.every(name => canSee(actor, model, name)))
