import { Refused } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/rights.ts'
import type { Kernel } from '../../kernel.ts'
import { dayIn } from '../../records/day.ts'
import { type ListQuery, listRecords, type Reading } from '../../records/list.ts'
import type { Model } from '../../tables/model.ts'
import { byteOrderMark, csvLine } from '../csv/line.ts'
import { freshActor } from '../fresh-actor.ts'
import { exportColumns } from './columns.ts'
import { textsOf } from './texts.ts'

export interface ExportQuery extends Pick<ListQuery, 'where' | 'search' | 'sort'> {
  readonly columns?: readonly string[]
  /** Spreadsheets of one maker take a file without it for another encoding. */
  readonly bom: boolean
}

/**
 * Page by page behind a cursor: never all in memory, and no transaction that lasts. Each page is read with the
 * rights that the person has by then; who has lost them gets no further.
 */
export async function* exportCsv(
  kernel: Kernel,
  actor: Actor,
  model: Model,
  { columns: asked, bom, ...query }: ExportQuery,
): AsyncGenerator<string> {
  requireExport(actor, model)
  const columns = exportColumns(actor, model, asked)
  const fields = [...new Set(columns.flatMap(({ field }) => field ?? []))]
  let [eyes, after]: [Actor, string | null] = [actor, null]
  do {
    const reading = readingAs(kernel, eyes)
    const page = await listRecords(reading, model, {
      ...query,
      columns: fields,
      verb: 'export',
      limit: pageSize(model, fields),
      ...(after === null ? {} : { after }),
    })
    const lines = (await textsOf(reading, model, page.rows, columns)).map(csvLine)
    yield `${after === null ? `${bom ? byteOrderMark : ''}${csvLine(columns.map(({ header }) => header))}` : ''}${lines.join('')}`
    after = page.next
    eyes = after === null ? eyes : await stillAllowed(kernel, eyes, model, asked)
  } while (after !== null)
}

function requireExport(actor: Actor, model: Model) {
  if (!may(actor, model, 'export')) throw new Refused('forbidden', { object: model.name, verb: 'export' })
}

async function stillAllowed(kernel: Kernel, actor: Actor, model: Model, asked: readonly string[] | undefined) {
  const fresh = await freshActor(kernel.database.db, actor, kernel.locale)
  requireExport(fresh, model)
  if (exportColumns(fresh, model, asked).length < exportColumns(actor, model, asked).length)
    throw new Refused('forbidden', { object: model.name, verb: 'export' })
  return fresh
}

const readingAs = (kernel: Kernel, actor: Actor): Reading => ({
  db: kernel.database.db,
  models: kernel.models,
  actor,
  today: dayIn(actor.locale.zone, kernel.clock()),
})

/** Texts without end would make a page of a thousand too heavy. */
const pageSize = (model: Model, fields: readonly string[]) =>
  fields.some(name => ['long_text', 'rich_text'].includes(model.fields[name]?.type ?? '')) ? 200 : 1000
