import { sql } from 'kysely'
import type { Context } from '#kernel/server/records/context.ts'

/** By whose clock each of some people lives; nobody's is that of the company. */
export async function zonesOf(ctx: Pick<Context, 'db' | 'kernel'>, users: readonly (string | null)[]) {
  const ids = [...new Set(users.filter(id => id !== null))]
  const known = new Map<string, string>()
  if (ids.length) {
    const { rows } = await sql<{ id: string; time_zone: string | null }>`select id, time_zone from users
      where id = any(${ids}::uuid[])`.execute(ctx.db)
    for (const { id, time_zone } of rows) if (time_zone) known.set(id, time_zone)
  }
  return (id: string | null) => known.get(id ?? '') ?? ctx.kernel.locale.zone
}
