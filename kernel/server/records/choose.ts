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

export type Choice = { readonly ids: string[] } | { readonly where: unknown; readonly search?: string }

/** How a request over many names its records: `ids`, or all that `where` and `search` find. */
export function readChoice(choice: Readonly<Record<string, unknown>>): Choice {
  const { ids, where, search, ...rest } = choice
  const [stranger] = Object.keys(rest)
  if (stranger) throw invalidField(stranger, 'unknown-parameter')
  if (ids !== undefined) return { ids: readIds(ids, most) }
  if (where === undefined) throw invalidField('where', 'choose.nothing')
  // Left out of account, it would mean more records than the person asked for.
  if (search !== undefined && typeof search !== 'string') throw invalidField('search', 'not-text')
  return { where, ...(search ? { search } : {}) }
}

/** Which records a request over many means, of those that the person may do this to. */
export async function chosenIds(
  ctx: Context,
  model: Model,
  verb: string,
  given: Readonly<Record<string, unknown>>,
  life: Life = 'live',
): Promise<string[]> {
  const choice = readChoice(given)
  if ('ids' in choice) return choice.ids
  const condition = join(
    [conditionOf(ctx, model, { ...choice, trashed: life === 'trashed' }), visible(ctx, model, verb, 't')],
    ' and ',
  )
  const { rows } = await sql<{
    id: string
  }>`select t.id from ${sql.table(model.table)} as t where ${condition} order by t.id limit ${most + 1}`.execute(ctx.db)
  if (rows.length > most) throw invalidField('where', 'choose.too-many', { max: most })
  return rows.map(row => row.id)
}
