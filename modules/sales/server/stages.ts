import { sql } from 'kysely'
import type { Context } from '#kernel/server/records/context.ts'
import type { stage } from '../pipeline.ts'

/** What moving a deal asks of a stage. Not locked: everybody moves deals into the same few. */
export interface StageRules {
  readonly id: string
  readonly name: string
  readonly pipeline: string
  readonly probability: string
  readonly requires: readonly (keyof (typeof stage)['fields']['requires']['options'])[]
  readonly rots_after: string | null
}

export async function stagesOf(ctx: Context, ids: Iterable<string>): Promise<ReadonlyMap<string, StageRules>> {
  const { rows } = await sql<StageRules>`select id, name, pipeline, probability, requires, rots_after
    from stages where id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(row => [row.id, row]))
}
