// Who may do what with a record, said a second time and in the plainest way. The tests compare it with what the
// server allows.

import type { Field } from '#kernel/schema/field.ts'
import type { Actor, Role, Scope } from '#kernel/server/access/actor.ts'
import type { Model, Models } from '#kernel/server/tables/model.ts'
import type { Record_ } from './naive-filter.ts'

export interface Facts {
  readonly models: Models
  readonly actor: Actor
  /** Live records that others are visible through. */
  readonly find: (object: string, id: string) => Record_ | undefined
  /** What a filter as a scope finds. */
  readonly filtered: ReadonlySet<string>
}

export const mayDo = (facts: Facts, model: Model, verb: string, row: Record_): boolean =>
  facts.actor.roles.some(role => gives(facts, scopeOf(role, model, verb), model, row)) ||
  isShared(facts, model, verb, row) ||
  mayThrough(facts, model, verb, row)

/** The verb itself, then what the action needs, then everything: of the object first, then of all objects. */
function scopeOf(role: Role, model: Model, verb: string): Scope {
  if (role.everything) return 'everybody'
  const needs = model.object.actions[verb]?.needs
  const steps = [model.name, '*'].flatMap(object =>
    [verb, ...(needs ? [needs] : []), '*'].map(name => role.grants[object]?.[name]),
  )
  return steps.find(scope => scope !== undefined) ?? 'nobody'
}

function gives({ actor, filtered }: Facts, scope: Scope, { object }: Model, row: Record_): boolean {
  if (typeof scope === 'object') return filtered.has(row.id)
  if (scope === 'everybody' || scope === 'nobody') return scope === 'everybody'
  // What is part of something else belongs to whoever that belongs to.
  if (!object.owned && object.through) return false
  const owner = object.owned ? row.owner_id : row.created_by
  return scope === 'own' ? owner === actor.id : actor.team.includes(String(owner))
}

/** Whoever may read at all reads what its owner shares with everybody, or with a team that they are both in. */
function isShared({ actor }: Facts, model: Model, verb: string, row: Record_): boolean {
  const { shared, sharedWith, actions } = model.object
  const atAll = actor.roles.some(role => scopeOf(role, model, verb) !== 'nobody')
  if (!atAll) return false
  const isReading = verb === 'read' || actions[verb]?.needs === 'read'
  if (sharedWith && isReading && (row[sharedWith] as { id: string }[]).some(({ id }) => id === actor.id)) return true
  if (!shared || verb !== 'read') return false
  return row[shared] === 'all' || (row[shared] === 'team' && actor.team.includes(String(row.owner_id)))
}

/** Whoever may do it at all, with any of these records, may do it with those that hang on what they see or edit. */
function mayThrough(facts: Facts, model: Model, verb: string, row: Record_): boolean {
  const { through, owned } = model.object
  const atAll = facts.actor.roles.some(role => scopeOf(role, model, verb) !== 'nobody')
  if (!through || !atAll || (owned && verb !== 'read')) return false
  const parentVerb = verb === 'read' || verb === 'export' ? 'read' : 'edit'
  return parentsOf(model.fields[through] as Field, row[through]).some(({ object, id }) => {
    const parent = facts.find(object, id)
    return parent !== undefined && mayDo(facts, facts.models.get(object), parentVerb, parent)
  })
}

function parentsOf(field: Field, value: unknown): { object: string; id: string }[] {
  if (field.type === 'about') return value as { object: string; id: string }[]
  return field.type === 'ref' && value ? [{ object: field.to, id: String(value) }] : []
}
