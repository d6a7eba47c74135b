import { Refused } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/rights.ts'
import { inContext } from '../../actions/open-context.ts'
import { asJson } from '../../database/as-json.ts'
import type { Kernel } from '../../kernel.ts'
import type { Model } from '../../tables/model.ts'
import type { Words } from '../../words/words.ts'
import type { CsvFormat } from '../csv/format.ts'
import type { ImportRow } from '../tables.ts'
import { analyse } from './analyse.ts'
import { proposePlan } from './propose.ts'
import { getImport, ownImport } from './state.ts'

export interface Beginning {
  readonly kernel: Kernel
  readonly words: Words
  readonly actor: Actor
}

export interface Asked extends Partial<CsvFormat> {
  readonly file: string
  readonly object: string
  /** An import whose bad rows are sent again: its plan is taken over. */
  readonly like?: string
}

/** Looks at a file and proposes what to do with it. Nothing is written but the import itself. */
export async function beginImport(
  { kernel, words, actor }: Beginning,
  { file: fileId, object, like, ...said }: Asked,
): Promise<ImportRow> {
  const { db } = kernel.database
  const model = importable(kernel, actor, object)
  const file = await db
    .selectFrom('files')
    .select(['id', 'sha256', 'size', 'created_by'])
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!file || (file.created_by !== actor.id && !actor.roles.some(({ everything }) => everything)))
    throw new Refused('missing', { object: 'file', id: fileId }, { kind: 'missing' })
  const { format, headers, sample } = await analyse(kernel.store, file, said)
  const earlier = like === undefined ? undefined : await ownImport(db, actor, like)
  const plan =
    earlier && fits(earlier, object, headers)
      ? earlier.plan
      : proposePlan({ model, models: kernel.models, actor, words, headers, sample })
  const id = kernel.newId()
  await inContext(kernel, { actor, source: 'import' }, ctx =>
    ctx.db
      .insertInto('imports')
      .values({
        id,
        format: asJson(format),
        headers: asJson(headers),
        sample: asJson(sample),
        plan: asJson(plan),
        limits: asJson(actor.limits ?? null),
        object,
        file_id: file.id,
        created_by: actor.id,
        status: 'new',
        batch: kernel.newId(),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute(),
  )
  return getImport(db, id)
}

export function importable({ models }: Pick<Kernel, 'models'>, actor: Actor, object: string): Model {
  const model = models.find(object)
  if (!model) throw new Refused('unknown-object', { plural: object }, { kind: 'missing' })
  if (!may(actor, model, 'import')) throw new Refused('forbidden', { object, verb: 'import' })
  return model
}

/** The same columns in the same places; the one that tells the problems came behind them. */
const fits = (earlier: ImportRow, object: string, headers: readonly string[]) =>
  earlier.object === object && earlier.headers.every((header, at) => header === headers[at])
