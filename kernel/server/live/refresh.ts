import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { loadActors } from '../access/load-actor.ts'
import type { Change } from '../changes/read.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'

/** The same people with the rights they have now; null for who is signed out. `changes` are what is about to be told. */
export type Refresh = (
  principals: readonly Principal[],
  changes: readonly Change[],
) => Promise<readonly (Principal | null)[]>

/** Changes of these change what people may see. */
const rights = new Set(['user', 'role', 'role_grant', 'role_mask', 'team'])
const checkEvery = 500

/**
 * Who still listens rightly: sessions and keys are asked for twice a second, all in one query; people are read
 * anew when something was changed that rights hang on.
 */
export function refresher(kernel: Kernel) {
  let checkedAt = 0
  let valid: ReadonlySet<string> = new Set()
  const actors = new Map<string, Actor>()

  return async (principals: readonly Principal[], changes: readonly Change[]): Promise<(Principal | null)[]> => {
    const now = kernel.clock()
    if (changes.some(({ object }) => rights.has(object))) actors.clear()
    if (now.getTime() - checkedAt >= checkEvery || principals.some(({ id }) => !valid.has(id))) {
      valid = await validOf(kernel, principals, now.toISOString())
      checkedAt = now.getTime()
    }
    const unknown = [
      ...new Set(principals.flatMap(({ actor }) => (actor.id && !actors.has(actor.id) ? [actor.id] : []))),
    ]
    for (const actor of unknown.length ? await loadActors(kernel.database.db, unknown, kernel.locale) : [])
      actors.set(actor.id ?? '', actor)
    return principals.map(principal => {
      const actor = actors.get(principal.actor.id ?? '')
      if (!actor || !valid.has(principal.id)) return null
      const { limits, keyId } = principal.actor
      return { ...principal, actor: { ...actor, ...(limits ? { limits } : {}), ...(keyId ? { keyId } : {}) } }
    })
  }
}

async function validOf(
  { database: { db } }: Kernel,
  principals: readonly Principal[],
  now: string,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(principals.map(({ id }) => id))]
  const { rows } = await sql<{ id: string }>`
    select id from sessions where id = any(${ids}::uuid[]) and expires_at > ${now}
    union all select id from api_keys where id = any(${ids}::uuid[]) and revoked_at is null and (expires_at is null or expires_at > ${now})`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
