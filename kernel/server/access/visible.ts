import { type SqlBool, sql } from 'kysely'
import type { Field } from '../../schema/field.ts'
import { Refused } from '../../schema/refused.ts'
import { always, type Condition, compileFilter, join, never } from '../filter/compile.ts'
import { parseFilter } from '../filter/parse.ts'
import type { Model, Models } from '../tables/model.ts'
import { type Actor, everything, type Scope } from './actor.ts'
import { scopes } from './rights.ts'

/** What a permission is decided with. */
export interface Seeing {
  readonly models: Models
  readonly actor: Actor
  readonly today: string
}

export interface Part {
  readonly role: string
  readonly scope: Scope | 'through' | 'shared'
  readonly condition: Condition
}

/** A permission is a WHERE: which rows of `alias` the actor may read, edit, delete … This is the one place. */
export function visible(seeing: Seeing, model: Model, verb: string, alias: string): Condition {
  const parts = grantParts(seeing, model, verb, alias)
  if (parts.some(({ scope }) => scope === 'everybody')) return always
  return parts.length
    ? join(
        parts.map(({ condition }) => condition),
        ' or ',
      )
    : never
}

/** The same, part by part: "why can't I see this" asks each of them. */
export function grantParts(seeing: Seeing, model: Model, verb: string, alias: string, depth = 0): Part[] {
  const granted = scopes(seeing.actor, model, verb)
  const parts = granted.map(({ role, scope }) => ({
    role: role.name,
    scope,
    condition: scopeCondition(seeing, model, scope, alias),
  }))
  if (granted.length === 0 || depth > 2 || parts.some(({ scope }) => scope === 'everybody')) return parts
  return [
    ...parts,
    ...sharedParts(seeing, model, verb, alias),
    ...takingPart(seeing, model, verb, alias),
    ...throughParts(seeing, model, verb, alias, depth),
  ]
}

/**
 * Whose a record is, for the scopes `own` and `team`. A part of something else is nobody's: whoever wrote it down
 * does not keep it when its parent goes to somebody else.
 */
export function ownerColumn({ object: { owned, through } }: Model) {
  if (owned) return 'owner_id'
  return through ? null : 'created_by'
}

function scopeCondition(seeing: Seeing, model: Model, scope: Scope, alias: string): Condition {
  const { actor } = seeing
  if (scope === 'everybody') return always
  if (typeof scope === 'object') return compileRoleFilter(seeing, model, scope.filter, alias)
  const column = ownerColumn(model)
  if (scope === 'nobody' || column === null || (scope === 'own' && !actor.id)) return never
  const owner = sql.ref(`${alias}.${column}`)
  return scope === 'own' ? sql<SqlBool>`${owner} = ${actor.id}` : sql<SqlBool>`${owner} = any(${[...actor.team]})`
}

/**
 * A role's own filter looks with the role's eyes: not with the mask it lays on others, nor with what a key was
 * narrowed to. One that no longer fits the declarations gives nothing: it never widens.
 */
function compileRoleFilter(
  { models, actor: { limits: _, ...actor }, today }: Seeing,
  model: Model,
  filter: unknown,
  alias: string,
): Condition {
  const author: Actor = { ...actor, roles: [everything] }
  try {
    const node = parseFilter(filter, model, { models, actor: author })
    return compileFilter(node, alias, {
      visible: () => always,
      today,
      zone: actor.locale.zone,
      currency: actor.locale.currency,
    })
  } catch (error) {
    if (error instanceof Refused) return never
    throw error
  }
}

/** Whoever may read at all reads what others share with them. */
function sharedParts({ actor }: Seeing, { object: { shared } }: Model, verb: string, alias: string): Part[] {
  if (!shared || verb !== 'read') return []
  const choice = sql.ref(`${alias}.${shared}`)
  const condition = sql<SqlBool>`(${choice} = 'all' or (${choice} = 'team' and ${sql.ref(`${alias}.owner_id`)} = any(${[...actor.team]})))`
  return [{ role: shared, scope: 'shared', condition }]
}

/** So does whoever it names, who also does what asks for no more than that. */
function takingPart({ actor }: Seeing, { object }: Model, verb: string, alias: string): Part[] {
  const { sharedWith, actions } = object
  if (!sharedWith || !actor.id || !(verb === 'read' || actions[verb]?.needs === 'read')) return []
  const condition = sql<SqlBool>`exists (select 1 from links as l
    where l.from_id = ${sql.ref(`${alias}.id`)} and l.field = ${sharedWith} and l.to_id = ${actor.id}::uuid)`
  return [{ role: sharedWith, scope: 'shared', condition }]
}

/** A note is seen by whoever sees what it is about; what belongs to nobody is edited by whoever edits its parent. */
function throughParts(seeing: Seeing, model: Model, verb: string, alias: string, depth: number): Part[] {
  const name = model.object.through
  if (!name || (verb !== 'read' && model.object.owned)) return []
  const parentVerb = verb === 'read' || verb === 'export' ? 'read' : 'edit'
  const field = model.fields[name] as Field
  const parents = parentNames(field).flatMap(parent => seeing.models.find(parent) ?? [])
  return parents.flatMap(parent => {
    const inner = `${alias}_up`
    const allowed = grantParts(seeing, parent, parentVerb, inner, depth + 1)
    if (allowed.length === 0) return []
    const seen = allowed.some(({ scope }) => scope === 'everybody')
      ? always
      : join(
          allowed.map(({ condition }) => condition),
          ' or ',
        )
    return [
      {
        role: parent.name,
        scope: 'through' as const,
        condition: parentCondition(model, name, parent, alias, inner, seen),
      },
    ]
  })
}

function parentCondition(
  model: Model,
  name: string,
  parent: Model,
  alias: string,
  inner: string,
  seen: Condition,
): Condition {
  const from = sql`${sql.table(parent.table)} as ${sql.ref(inner)}`
  const live = sql`${sql.ref(`${inner}.deleted_at`)} is null and ${seen}`
  if (!model.links.includes(name))
    return sql<SqlBool>`exists (select 1 from ${from} where ${sql.ref(`${inner}.id`)} = ${sql.ref(`${alias}.${name}`)} and ${live})`
  return sql<SqlBool>`exists (select 1 from links as l join ${from} on ${sql.ref(`${inner}.id`)} = l.to_id
    where l.from_id = ${sql.ref(`${alias}.id`)} and l.field = ${name} and l.to_object = ${parent.name} and ${live})`
}

function parentNames(field: Field): readonly string[] {
  if (field.type === 'about') return field.to
  return field.type === 'ref' || field.type === 'refs' ? [field.to] : []
}
