import { sql } from 'kysely'
import { may, scopes } from '../access/rights.ts'
import { type Seeing, visible } from '../access/visible.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Model } from '../tables/model.ts'

export interface Listener {
  readonly seeing: Seeing
}

/**
 * Which of some records each of many listeners may see. The question is asked of the database once per kind of
 * permission and not once per listener: everybody; owner or team, as a join with who listens; one WHERE for the rest.
 */
export async function audience<L extends Listener>(
  db: Db | Tx,
  model: Model,
  ids: readonly string[],
  listeners: readonly L[],
): Promise<Map<L, ReadonlySet<string>>> {
  const readers = listeners.filter(({ seeing }) => may(seeing.actor, model, 'read'))
  const kinds = Map.groupBy(readers, listener => kindOf(model, listener))
  const seen = new Map<L, ReadonlySet<string>>()
  for (const listener of kinds.get('everybody') ?? []) seen.set(listener, new Set(ids))
  for (const [listener, found] of await byOwner(db, model, ids, kinds.get('owner') ?? [])) seen.set(listener, found)
  for (const [kind, group] of kinds) {
    if (kind === 'everybody' || kind === 'owner') continue
    const found = await byWhere(db, model, ids, group[0] as L)
    for (const listener of group) seen.set(listener, found)
  }
  return seen
}

/** `everybody`, `owner`, or what else the permission hangs on: listeners of one kind see the same. */
function kindOf(model: Model, { seeing }: Listener): string {
  const given = scopes(seeing.actor, model, 'read').map(({ scope }) => scope)
  if (given.includes('everybody')) return 'everybody'
  const { through, shared, sharedWith } = model.object
  const isForMore = through || shared || sharedWith
  if (!isForMore && given.every(scope => scope === 'own' || scope === 'team')) return 'owner'
  const personal = isForMore || given.some(scope => typeof scope === 'string' || JSON.stringify(scope).includes('@me'))
  const { id, roles, limits, locale } = seeing.actor
  return JSON.stringify([given, personal ? id : roles.map(role => role.id), limits ?? null, locale.zone, seeing.today])
}

async function byOwner<L extends Listener>(db: Db | Tx, model: Model, ids: readonly string[], listeners: readonly L[]) {
  if (listeners.length === 0) return []
  const pairs = listeners.flatMap((listener, at) => owners(model, listener).map(owner => ({ at, owner })))
  const owner = sql.ref(`t.${model.object.owned ? 'owner_id' : 'created_by'}`)
  const { rows } = await sql<{ at: number; id: string }>`select w.at, t.id from ${sql.table(model.table)} as t
    join unnest(${pairs.map(({ at }) => at)}::int[], ${pairs.map(pair => pair.owner)}::uuid[]) as w (at, owner) on w.owner = ${owner}
    where t.id = any(${[...ids]}::uuid[])`.execute(db)
  const found = Map.groupBy(rows, ({ at }) => at)
  return listeners.map((listener, at) => [listener, new Set((found.get(at) ?? []).map(({ id }) => id))] as const)
}

/** Whose records somebody sees for being theirs or their team's. */
export function owners(model: Model, { seeing: { actor } }: Listener): readonly string[] {
  const given = scopes(actor, model, 'read').map(({ scope }) => scope)
  if (given.includes('team')) return actor.team
  return given.includes('own') && actor.id ? [actor.id] : []
}

async function byWhere(
  db: Db | Tx,
  model: Model,
  ids: readonly string[],
  { seeing }: Listener,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(model.table)} as t
    where t.id = any(${[...ids]}::uuid[]) and ${visible(seeing, model, 'read', 't')}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
