import { sql } from 'kysely'
import { role } from '../../objects/role.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Context } from '../records/context.ts'

/** Roles by their names. */
export async function roleIds(ctx: Context, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map(async name => (await ctx.find(role, { name }))[0]?.id))
  const at = found.indexOf(undefined)
  if (at >= 0) throw new Refused('role.unknown', { name: names[at] }, { kind: 'missing' })
  return found.flatMap(id => (id === undefined ? [] : [id]))
}

/** Those of some roles or teams that are still there. */
export async function still(db: Db | Tx, table: 'roles' | 'teams', ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(table)} where id = any(${[...ids]}::uuid[]) and deleted_at is null`.execute(db)
  return rows.map(({ id }) => id)
}

export async function requireThere(db: Db | Tx, table: 'roles' | 'teams', ids: readonly string[]) {
  if ((await still(db, table, ids)).length < ids.length) throw invalidField(table, 'ref-missing')
}
