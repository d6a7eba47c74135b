import { choice, file, longText, ref, text } from '../../fields/index.ts'
import { invalidField } from '../../schema/refused.ts'
import { a, many, orNull, rowsOf } from '../describe/answers.ts'
import { listOf } from '../describe/json-schema.ts'
import { type Call, type Endpoint, endpoint } from '../http/endpoint.ts'
import { readId, readWhere } from '../http/query.ts'
import { modelOf } from '../http/record-routes.ts'
import type { Words } from '../words/words.ts'
import { encodings } from './csv/format.ts'
import { sendCsv } from './csv/send.ts'
import { exportCsv } from './export/export-csv.ts'
import { badRows, badRowsCsv, sayProblem } from './import/bad-rows.ts'
import { beginImport } from './import/begin.ts'
import { mendImport, readMends } from './import/mend.ts'
import { listImports, ownImport } from './import/state.ts'
import { cancelImport, checkImport, planImport, revertLater, startImport } from './import/steps.ts'
import { importAnswer, importsAnswer, summariesOf, summaryAnswer, summaryOf, viewImport } from './import/view.ts'
import type { ImportRow } from './tables.ts'

export interface TransferParts {
  readonly words: Words
}

const chapter = 'Import and export'
const marks = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const

const problem = { field: a.text, code: a.text, 'params?': a.record, 'index?': a.whole, message: a.text }
const bad = { row: a.whole, cells: listOf(a.text), problems: many(problem) }

export const transferEndpoints = ({ words }: TransferParts): Endpoint[] => [
  endpoint({
    method: 'GET',
    path: '/api/:plural/export.csv',
    chapter,
    summary: 'Everything that a filter finds, as CSV',
    query: {
      where: longText(),
      search: text({ max: 2000 }),
      sort: text({ max: 2000 }),
      columns: longText({ help: 'Names of fields between commas; company.id for the id of what a field points to.' }),
      bom: choice(
        { true: 'Yes', false: 'No' },
        { default: 'false', help: 'Begin with a byte order mark, for spreadsheets.' },
      ),
    },
    async run({ kernel, request, reply, principal, query }) {
      const model = modelOf(kernel, request)
      const { where, search, sort, columns, bom } = query
      const asked = {
        bom: bom === 'true',
        ...(where ? { where: readWhere(where) } : {}),
        ...(search ? { search } : {}),
        ...(sort ? { sort } : {}),
        ...(columns ? { columns: columns.split(',').map(name => name.trim()) } : {}),
      }
      const lines = exportCsv(kernel, principal.actor, model, asked)
      await sendCsv(reply, lines, `${model.object.plural}-${kernel.clock().toISOString().slice(0, 10)}.csv`)
      return undefined
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/imports',
    chapter,
    summary: 'Looks at an uploaded CSV file and proposes what to do with it',
    answer: importAnswer,
    body: {
      file: file({ required: true }),
      object: text({ required: true, max: 64 }),
      encoding: choice(encodings),
      delimiter: choice({ comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', pipe: 'Vertical bar' }),
      header: choice({ yes: 'The first row names the columns', no: 'The first row is a record' }),
      like: ref('import', { help: 'An earlier import, whose bad rows are sent again: its plan is taken over.' }),
    },
    async run({ kernel, principal, body: { file: fileId, object, encoding, delimiter, header, like } }) {
      const said = {
        ...(encoding ? { encoding } : {}),
        ...(delimiter ? { delimiter: marks[delimiter] } : {}),
        ...(header ? { header: header === 'yes' } : {}),
        ...(like ? { like } : {}),
      }
      const row = await beginImport({ kernel, words, actor: principal.actor }, { file: fileId, object, ...said })
      return { status: 201, body: await viewImport(kernel, words, principal.actor, row) }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/imports',
    chapter,
    summary: 'One’s own imports, the newest first',
    answer: importsAnswer,
    query: { before: ref('import'), object: text({ max: 64 }) },
    async run({ kernel, principal, query: { before, object } }) {
      const { db } = kernel.database
      const rows = await listImports(db, principal.actor, { before, object })
      return {
        status: 200,
        body: { rows: await summariesOf(db, rows), next: rows.length === 50 ? (rows.at(-1)?.id ?? null) : null },
      }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/imports/:id',
    chapter,
    summary: 'An import: its file, its plan, how far it has come',
    answer: importAnswer,
    run: async call => view(words, call, await ownOf(call)),
  }),

  endpoint({
    method: 'PUT',
    path: '/api/imports/:id',
    chapter,
    summary: 'Says what to do with the file: { mode, by, columns: [{ column, field, match, missing }], blank, dates }',
    answer: importAnswer,
    run: async call => view(words, call, await planImport(doerOf(call), idOf(call), call.request.body)),
  }),

  step('check', 'Tries the import and takes it all back: what would be created, changed and refused', checkImport),
  step('start', 'Imports; after it was cancelled or failed, goes on from there', startImport),
  step('cancel', 'Stops behind the slice that is being written', cancelImport),
  step('revert', 'Takes back what the import did', revertLater),

  endpoint({
    method: 'GET',
    path: '/api/imports/:id/rows',
    chapter,
    summary: 'Rows that could not be taken, their cells and what is wrong with them',
    answer: rowsOf(bad, { next: orNull(a.whole) }),
    query: { after: text({ max: 12 }) },
    async run(call) {
      const row = await ownOf(call)
      const after = Number(call.query.after ?? 0)
      if (!Number.isSafeInteger(after) || after < 0) throw invalidField('after', 'cursor.invalid')
      const rows = []
      for await (const bad of badRows(call.kernel, row, after)) if (rows.push(bad) === badPage) break
      const saying = sayingOf(words, call, row)
      const said = rows.map(bad => ({
        row: bad.row,
        cells: bad.cells.map(cell => cell.slice(0, 2000)),
        problems: bad.problems.map(problem => ({ ...problem, message: sayProblem(problem, saying) })),
      }))
      return { status: 200, body: { rows: said, next: rows.length === badPage ? (rows.at(-1)?.row ?? null) : null } }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/imports/:id/mend',
    chapter,
    summary: 'The rows that could not be taken, mended, as a new import: { rows: [{ row, cells: { column: text } }] }',
    answer: importAnswer,
    async run(call) {
      const beginning = { kernel: call.kernel, words, actor: call.principal.actor }
      const row = await mendImport(beginning, idOf(call), readMends(call.request.body))
      return { status: 201, body: await viewImport(call.kernel, words, call.principal.actor, row) }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/imports/:id/problems.csv',
    chapter,
    summary: 'The same as CSV, to mend and send again',
    async run(call) {
      const row = await ownOf(call)
      const lines = badRowsCsv(badRows(call.kernel, row), row.headers, sayingOf(words, call, row))
      await sendCsv(call.reply, lines, `${row.object}-problems.csv`)
      return undefined
    },
  }),
]

const badPage = 50

const doerOf = ({ kernel, principal: { actor } }: Call) => ({ kernel, actor })
const idOf = ({ params }: Pick<Call, 'params'>) => readId(params.id)
const ownOf = (call: Call) => ownImport(call.kernel.database.db, call.principal.actor, idOf(call))

const sayingOf = (words: Words, { kernel, principal }: Call, { object }: ImportRow) => ({
  words,
  language: principal.actor.locale.language,
  model: kernel.models.get(object),
})

const view = async (words: Words, { kernel, principal }: Call, row: ImportRow) => ({
  status: 200,
  body: await viewImport(kernel, words, principal.actor, row),
})

function step(
  name: string,
  summary: string,
  take: (doer: ReturnType<typeof doerOf>, id: string) => Promise<ImportRow>,
): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/api/imports/:id/${name}`,
    chapter,
    summary,
    answer: summaryAnswer,
    run: async call => ({ status: 202, body: summaryOf(await take(doerOf(call), idOf(call))) }),
  })
}

/** What is wrong with the question shows before the first line is sent, while it can still be answered with a problem. */
