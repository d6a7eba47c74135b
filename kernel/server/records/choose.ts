import { sql } from 'kysely'
import { invalidField } from '../../schema/refused.ts'
import { visible } from '../access/visible.ts'
import { join } from '../filter/compile.ts'
import { readIds } from '../http/query.ts'
import type { Model } from '../tables/model.ts'
import type { Context } from './context.ts'
import { conditionOf } from './list.ts'
import type { Life } from './load.ts'

const most = 10_000

/** Which records a request over many means: `ids`, or all that `where` and `search` find and the person may do this to. */
export async function chosenIds(
  ctx: Context,
  model: Model,
  verb: string,
  choice: Readonly<Record<string, unknown>>,
  life: Life = 'live',
): Promise<string[]> {
  const { ids, where, search, ...rest } = choice
  const [stranger] = Object.keys(rest)
  if (stranger) throw invalidField(stranger, 'unknown-parameter')
  if (ids !== undefined) return readIds(ids, most)
  if (where === undefined) throw invalidField('where', 'choose.nothing')
  // Left out of account, it would mean more records than the person asked for.
  if (search !== undefined && typeof search !== 'string') throw invalidField('search', 'not-text')
  const text = search ? { search } : {}
  const condition = join(
    [conditionOf(ctx, model, { where, trashed: life === 'trashed', ...text }), visible(ctx, model, verb, 't')],
    ' and ',
  )
  const { rows } = await sql<{
    id: string
  }>`select t.id from ${sql.table(model.table)} as t where ${condition} order by t.id limit ${most + 1}`.execute(ctx.db)
  if (rows.length > most) throw invalidField('where', 'choose.too-many', { max: most })
  return rows.map(row => row.id)
}
