import { sql } from 'kysely'
import type { Change } from '../changes/read.ts'
import type { Reader } from '../changes/readers.ts'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import { tellAssigned } from './assignments.ts'
import { tellFollowers } from './followed.ts'
import type { Telling } from './notify.ts'

/** What somebody did by hand; what an import or a rule does tells nobody. */
export type ByHand = Change & { readonly actor_id: string }

export interface NoticeTelling extends Telling {
  readonly db: Tx
  /** By name and, for a picture of them, by id. */
  readonly whoOf: (user: string) => { readonly who: string; readonly by: string }
}

/** Reads once what people did, and tells those whom it concerns. */
export const noticeReader = (kernel: Kernel): Reader => ({
  name: 'notices',
  from: 'now',
  async read(tx, changes) {
    const done = changes.filter(isByHand)
    if (done.length === 0) return
    const names = await namesOf(tx, [...new Set(done.map(({ actor_id }) => actor_id))])
    const telling: NoticeTelling = {
      kernel,
      db: tx,
      now: kernel.clock().toISOString(),
      whoOf: by => ({ who: names.get(by) ?? '', by }),
    }
    await tellAssigned(telling, done)
    await tellFollowers(telling, done)
  },
})

const isByHand = (change: Change): change is ByHand =>
  change.actor_id !== null && ['page', 'api'].includes(change.source)

async function namesOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from users where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
