// Who took a backup, when, and how large it was: it stands in the change log, as the story of the database itself.

import { inContext } from '../actions/open-context.ts'
import { recordChanges } from '../changes/record.ts'
import type { Kernel } from '../kernel.ts'
import type { Doing } from '../records/context.ts'
import type { Sizes } from './archive.ts'

const database = '00000000-0000-7000-8000-000000000000'

export const logBackup = (kernel: Kernel, doing: Doing, sizes: Sizes) =>
  inContext(kernel, doing, ctx =>
    recordChanges(ctx, 'backup', ['created'], [{ id: database, version: 1, before: null, after: { ...sizes } }]),
  )

export interface LoggedBackup extends Sizes {
  readonly at: string
  readonly actor_id: string | null
  readonly source: string
}

/** The last ones, the newest first. */
export async function lastBackups({ database: { db } }: Kernel, limit: number): Promise<readonly LoggedBackup[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['at', 'actor_id', 'source', 'after'])
    .where('record_id', '=', database)
    .where('object', '=', 'backup')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ after, ...row }) => ({ ...row, ...(after as unknown as Sizes) }))
}
