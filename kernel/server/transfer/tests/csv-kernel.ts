// What the tests of this folder share: somebody who imports, and a file put where the kernel keeps them.
import { role, roleGrant, roleMask, user } from '../../../objects/index.ts'
import { type Actor, systemActor } from '../../access/actor.ts'
import { inContext } from '../../actions/open-context.ts'
import { saveFile } from '../../files/files.ts'
import type { Kernel } from '../../kernel.ts'
import { collectWords } from '../../words/words.ts'
import { freshActor } from '../fresh-actor.ts'
import { type Asked, beginImport } from '../import/begin.ts'
import { runImport } from '../import/run.ts'
import { getImport } from '../import/state.ts'
import { checkImport, planImport, startImport } from '../import/steps.ts'

export const words = collectWords()

export interface Desk {
  readonly kernel: Kernel
  readonly actor: Actor
}

export const deskOf = (kernel: Kernel, actor = systemActor(kernel.locale)): Desk => ({ kernel, actor })

type Scope = 'nobody' | 'own' | 'team' | 'everybody'

/** Somebody with a role of their own: object → verb → scope, and object → field → mask. */
export async function person(
  kernel: Kernel,
  grants: Readonly<Record<string, Readonly<Record<string, Scope>>>>,
  masks: Readonly<Record<string, Readonly<Record<string, 'hidden' | 'readonly'>>>> = {},
): Promise<Actor> {
  const name = kernel.newId()
  const id = await inContext(kernel, { actor: systemActor(kernel.locale), source: 'sample' }, async ctx => {
    const [made] = await ctx.create(role, [{ name }])
    const roleId = made?.id ?? ''
    const entries = <V>(of: Readonly<Record<string, Readonly<Record<string, V>>>>) =>
      Object.entries(of).flatMap(([object, each]) =>
        Object.entries(each).map(([key, value]) => ({ object, key, value })),
      )
    await ctx.create(
      roleGrant,
      entries(grants).map(({ object, key, value }) => ({ role: roleId, object, verb: key, scope: value })),
    )
    await ctx.create(
      roleMask,
      entries(masks).map(({ object, key, value }) => ({ role: roleId, object, field: key, level: value })),
    )
    const [someone] = await ctx.create(user, [
      { name, email: `${name}@example.com`, roles: [{ id: roleId, role: null }] },
    ])
    return someone?.id ?? ''
  })
  return freshActor(kernel.database.db, { id }, kernel.locale)
}

export async function upload({ kernel, actor }: Desk, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const saving = {
    db: kernel.database.db,
    store: kernel.store,
    actorId: actor.id,
    now: kernel.clock().toISOString(),
    newId: kernel.newId,
  }
  return (await saveFile(saving, chunks(bytes), { name: 'people.csv', maxBytes: 2 ** 30 })).id
}

async function* chunks(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

export async function begin(desk: Desk, object: string, content: string | Uint8Array, said: Partial<Asked> = {}) {
  return beginImport({ ...desk, words }, { file: await upload(desk, content), object, ...said })
}

export async function run({ kernel }: Desk, id: string, signal = new AbortController().signal) {
  await runImport({ kernel, signal }, id)
  return getImport(kernel.database.db, id)
}

type Change = Readonly<Record<string, unknown>>

async function planned(desk: Desk, object: string, content: string | Uint8Array, change: Change) {
  const { id, plan } = await begin(desk, object, content)
  await planImport(desk, id, { ...plan, ...change })
  return id
}

/** From the file to the end, with the plan that was proposed and what a test changes in it. */
export async function importCsv(desk: Desk, object: string, content: string | Uint8Array, change: Change = {}) {
  const id = await planned(desk, object, content, change)
  await startImport(desk, id)
  return run(desk, id)
}

export async function checkCsv(desk: Desk, object: string, content: string | Uint8Array, change: Change = {}) {
  const id = await planned(desk, object, content, change)
  await checkImport(desk, id)
  return run(desk, id)
}

/** `2 email not-an-email`: what is wrong with which row. */
export async function badOf({ kernel }: Desk, id: string) {
  const rows = await kernel.database.db
    .selectFrom('import_rows')
    .select(['row', 'problems'])
    .where('import_id', '=', id)
    .orderBy('row')
    .execute()
  return rows.flatMap(({ row, problems }) => problems.map(({ field, code }) => `${row} ${field} ${code}`))
}

export async function textOf(lines: AsyncIterable<string>) {
  const parts: string[] = []
  for await (const line of lines) parts.push(line)
  return parts.join('')
}
