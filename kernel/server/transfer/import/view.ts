import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../database/database.ts'
import { a, many, orNull, rowsOf, says } from '../../describe/answers.ts'
import { listOf } from '../../describe/json-schema.ts'
import type { Kernel } from '../../kernel.ts'
import type { Words } from '../../words/words.ts'
import type { ImportRow } from '../tables.ts'
import { sayProblem } from './bad-rows.ts'
import { proposeColumns } from './propose.ts'
import { progressOf } from './state.ts'
import { idColumn, keyFields, matchesOf, writableFields } from './targets.ts'

const progress = {
  ...{ status: a.text, rows: a.whole, created: a.whole, updated: a.whole, unchanged: a.whole, failed: a.whole },
  ...{ share: a.number, rate: orNull(a.number), seconds_left: orNull(a.number) },
}
const times = { created_at: a.moment, ended_at: orNull(a.moment) }
const summary = { id: a.id, object: a.text, file_id: a.id, ...progress, ...times }
const column = { column: a.whole, header: a.text, samples: listOf(a.text), 'proposed?': a.record }
const target = { field: a.text, label: a.text, 'type?': a.text, 'required?': a.flag, 'matches?': {} }

export const summaryAnswer = says(summary)
export const importsAnswer = rowsOf({ ...summary, file: orNull(a.text) }, { next: orNull(a.id) })
export const importAnswer = says({
  ...{ id: a.id, object: a.text, 'file?': orNull(says({ id: a.id, name: a.text, size: a.whole })), format: a.record },
  ...{ columns: many(column), fields: many(target), keys: listOf(a.text), plan: orNull(a.record), batch: orNull(a.id) },
  ...{ ...progress, detail: listOf(a.record), 'problem?': a.record, reverted: orNull(a.record), ...times },
})

/** An import as the page needs it: what is in the file, what it can be put into, and how far it has come. */
export async function viewImport(kernel: Kernel, words: Words, actor: Actor, row: ImportRow) {
  const { id, object, format, plan, batch, detail, problem, reverted, created_at, ended_at } = row
  const saying = { words, language: actor.locale.language, model: kernel.models.get(object) }
  return {
    id,
    object,
    file: await fileOf(kernel.database.db, row.file_id),
    format,
    columns: columnsOf(kernel, words, actor, row),
    ...targetsOf(kernel, words, actor, row),
    plan,
    batch,
    ...progressOf(row),
    detail: detail.map(({ problems, ...rest }) => ({
      ...rest,
      ...(problems ? { problems: problems.map(each => ({ ...each, message: sayProblem(each, saying) })) } : {}),
    })),
    ...(problem ? { problem: { ...problem, message: sayProblem({ field: '', ...problem }, saying) } } : {}),
    reverted,
    created_at,
    ended_at,
  }
}

/** Each column of the file: what is in it, and which field it seems to be. */
function columnsOf({ models }: Kernel, words: Words, actor: Actor, { object, headers, sample }: ImportRow) {
  const proposed = proposeColumns({ model: models.get(object), models, actor, words, headers, sample })
  return headers.map((header, column) => {
    const { field, because } = proposed.find(other => other.column === column) ?? {}
    const samples = sample.map(cells => cells[column] ?? '')
    return { column, header, samples, ...(field === undefined ? {} : { proposed: { field, because } }) }
  })
}

const fileOf = (db: Db, id: string) =>
  db.selectFrom('files').select(['id', 'name', 'size']).where('id', '=', id).executeTakeFirst()

function targetsOf({ models }: Kernel, words: Words, actor: Actor, { object }: ImportRow) {
  const model = models.get(object)
  const labels = words.labelsOf(model, actor.locale.language).fields
  return {
    fields: [
      { field: idColumn, label: 'ID' },
      ...writableFields(actor, model).map(([name, field]) => {
        const matches = matchesOf(actor, models, field)
        return {
          field: name,
          label: labels[name]?.label ?? name,
          type: field.type,
          required: field.required === true,
          ...(matches.length ? { matches } : {}),
        }
      }),
    ],
    keys: keyFields(actor, model),
  }
}

/** In a list of imports, with the names of their files. */
export async function summariesOf(db: Db, rows: readonly ImportRow[]) {
  const ids = rows.map(({ file_id }) => file_id)
  const files = ids.length ? await db.selectFrom('files').select(['id', 'name']).where('id', 'in', ids).execute() : []
  const names = new Map(files.map(({ id, name }) => [id, name]))
  return rows.map(row => ({ ...summaryOf(row), file: names.get(row.file_id) ?? null }))
}

export const summaryOf = (row: ImportRow) => ({
  id: row.id,
  object: row.object,
  file_id: row.file_id,
  ...progressOf(row),
  created_at: row.created_at,
  ended_at: row.ended_at,
})
