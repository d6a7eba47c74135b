import type { Db } from '../database/database.ts'
import { hot } from '../database/hot.ts'

/** How a reader hears that there is something to read. */
export const sealedChannel = 'sealed'
/** How a process that seals nothing itself says that it wrote changes. */
export const changedChannel = 'changed'

/** The last sealed epoch, or why nothing was sealed: there was nothing, or another process is at it. */
export type Sealing = number | 'nothing' | 'busy'

/**
 * Gives what was written its place in the order, once all who write beside it have ended. Any number of
 * processes may call it. In one round trip: see `change_seal`.
 */
export async function seal(db: Db, now: string): Promise<Sealing> {
  const { rows } = await db.executeQuery(hot<{ sealed: number }>('select change_seal($1) as sealed', [now]))
  const sealed = rows[0]?.sealed ?? 0
  if (sealed === -1) return 'busy'
  return sealed === 0 ? 'nothing' : sealed
}
