import { createReadStream, createWriteStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Refused } from '#kernel/schema/refused.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { saveFile } from '#kernel/server/files/files.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { exportCsv } from '#kernel/server/transfer/export/export-csv.ts'
import { badRows, badRowsCsv } from '#kernel/server/transfer/import/bad-rows.ts'
import { beginImport } from '#kernel/server/transfer/import/begin.ts'
import { runImport } from '#kernel/server/transfer/import/run.ts'
import { getImport, moveImport } from '#kernel/server/transfer/import/state.ts'
import { planImport } from '#kernel/server/transfer/import/steps.ts'
import type { ImportRow } from '#kernel/server/transfer/tables.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { parts } from '#modules/parts.ts'
import { type Command, Misused } from './command.ts'

const text = { type: 'string' } as const

export const transferCommands: readonly Command[] = [
  {
    name: 'export',
    usage: 'export <objects> <file.csv> [--where \'{"status":"lead"}\'] [--columns first_name,last_name]',
    about: 'Writes records into a CSV file: rapport export contacts contacts.csv',
    async run({ kernel }, { args, folder, say }) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { where: text, columns: text },
      })
      const [plural, to] = positionals
      if (!plural || !to) throw new Misused('Name the objects and a file.')
      const asked = {
        bom: false,
        ...(values.where ? { where: JSON.parse(values.where) } : {}),
        ...(values.columns ? { columns: values.columns.split(',') } : {}),
      }
      await pipeline(
        exportCsv(kernel, systemActor(kernel.locale), modelOf(kernel, plural), asked),
        createWriteStream(resolve(folder, to), { mode: 0o600 }),
      )
      say(`${plural} are in ${to}.`)
    },
  },
  {
    name: 'import',
    usage:
      'import <objects> <file.csv> [--mode create|update|upsert] [--by email] [--missing error|empty|create] [--problems bad.csv]',
    about:
      'Reads a CSV file, its columns by their names; rows that do not fit are written into --problems. --missing says what happens when a cell names a record that is not there.',
    async run({ kernel }, { args, folder, say }) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { mode: text, by: text, missing: text, problems: text },
      })
      const [plural, from] = positionals
      if (!plural || !from) throw new Misused('Name the objects and a file.')
      const id = await plan(kernel, modelOf(kernel, plural).name, resolve(folder, from), values)
      await inContext(kernel, asCommand(kernel), ctx => moveImport(ctx, id, ['new'], 'running'))
      await runImport({ kernel, signal: new AbortController().signal }, id)
      const done = await getImport(kernel.database.db, id)
      say(
        `${done.created} created, ${done.updated} updated, ${done.unchanged} unchanged, ${done.failed} with problems. Undo with the batch ${done.batch}.`,
      )
      if (done.failed && values.problems) await writeProblems(kernel, done, resolve(folder, values.problems))
    },
  },
]

const words = collectWords(parts.words)
const asCommand = (kernel: Kernel) => ({ actor: systemActor(kernel.locale), source: 'import' as const })

function modelOf({ models }: Kernel, plural: string) {
  const model = models.byPlural(plural) ?? models.find(plural)
  if (!model) throw new Refused('unknown-object', { plural }, { kind: 'missing' })
  return model
}

/** What did not fit, to be mended and read again. */
function writeProblems(kernel: Kernel, done: ImportRow, to: string) {
  const saying = { words, language: kernel.locale.language, model: kernel.models.get(done.object) }
  return pipeline(badRowsCsv(badRows(kernel, done), done.headers, saying), createWriteStream(to, { mode: 0o600 }))
}

interface Said {
  readonly mode?: string | undefined
  readonly by?: string | undefined
  readonly missing?: string | undefined
}

/** The proposed plan, with what was said about it. */
async function plan(kernel: Kernel, object: string, path: string, said: Said) {
  const actor = systemActor(kernel.locale)
  const saving = {
    db: kernel.database.db,
    store: kernel.store,
    actorId: null,
    now: kernel.clock().toISOString(),
    newId: kernel.newId,
  }
  const file = await saveFile(saving, createReadStream(path), { name: basename(path), maxBytes: 10 * 2 ** 30 })
  const begun = await beginImport({ kernel, words, actor }, { file: file.id, object })
  const columns = begun.plan.columns.map(column =>
    column.match && said.missing ? { ...column, missing: said.missing } : column,
  )
  const wanted = {
    ...begun.plan,
    columns,
    ...(said.mode ? { mode: said.mode } : {}),
    ...(said.by ? { by: said.by } : {}),
  }
  await planImport({ kernel, actor }, begun.id, wanted)
  return begun.id
}
