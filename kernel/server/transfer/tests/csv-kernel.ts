// What the tests of this folder share: a kernel, a place for files, and a file put into both.
import { systemActor, type Actor } from '../../access/actor.ts'
import { saveFile } from '../../files/files.ts'
import type { Kernel } from '../../kernel.ts'
import { collectWords } from '../../words/words.ts'
import { beginImport, type Asked } from '../import/begin.ts'
import { runImport } from '../import/run.ts'
import { getImport } from '../import/state.ts'
import { checkImport, planImport, startImport } from '../import/steps.ts'

export const words = collectWords()

export interface Desk {
  readonly kernel: Kernel
  readonly actor: Actor
}
export const deskOf = (kernel: Kernel, actor = systemActor(kernel.locale)): Desk => ({ kernel, actor })

export async function upload({ kernel, actor }: Desk, content: string | Uint8Array, name = 'people.csv'): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const saving = { db: kernel.database.db, store: kernel.store, actorId: actor.id, now: kernel.clock().toISOString(), newId: kernel.newId }
  const parts = (async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  })()
  return (await saveFile(saving, parts, { name, maxBytes: 2 ** 30 })).id
}

export async function begin(desk: Desk, object: string, content: string | Uint8Array, said: Partial<Asked> = {}) {
  return beginImport({ ...desk, words }, { file: await upload(desk, content), object, ...said })
}

export const run = async ({ kernel }: Desk, id: string) => {
  await runImport({ kernel, signal: new AbortController().signal }, id)
  return getImport(kernel.database.db, id)
}

/** From the file to the end, with the plan that was proposed and what a test changes in it. */
export async function importCsv(desk: Desk, object: string, content: string | Uint8Array, change: Readonly<Record<string, unknown>> = {}) {
  const { id, plan } = await begin(desk, object, content)
  await planImport(desk, id, { ...plan, ...change })
  await startImport(desk, id)
  return run(desk, id)
}

export async function checkCsv(desk: Desk, object: string, content: string | Uint8Array, change: Readonly<Record<string, unknown>> = {}) {
  const { id, plan } = await begin(desk, object, content)
  await planImport(desk, id, { ...plan, ...change })
  await checkImport(desk, id)
  return run(desk, id)
}

export const badOf = ({ kernel }: Desk, id: string) =>
  kernel.database.db.selectFrom('import_rows').select(['row', 'problems']).where('import_id', '=', id).orderBy('row').execute()
