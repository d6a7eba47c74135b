// A server with one job and one reaction that stands still at a given moment, to be killed there: for killed.test.ts.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { equipFields } from '#kernel/fields/equip.ts'
import { tag } from '#kernel/objects/index.ts'
import { parts } from '#modules/parts.ts'
import { hurry } from '../../../tests/hurry.ts'
import type { Place } from '../../../tests/killed.ts'
import { defineJob, on } from '../actions/behaviours.ts'
import { type Reader, startReaders } from '../changes/readers.ts'
import type { Db } from '../database/database.ts'
import { openDatabase } from '../database/open.ts'
import { openStore } from '../files/open-store.ts'
import { openKernel } from '../open-kernel.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { openQueue } from './queue.ts'
import { reactionReader } from './reactions.ts'

/** Where to stand still, in the order in which they come. */
export const moments = [
  'between two transactions of a job',
  'in the last transaction of a job',
  'after the last transaction of a job',
  'while reading',
  'in a reaction',
  'after a reaction',
] as const
export type Moment = (typeof moments)[number]
const withoutReaders: readonly (Moment | undefined)[] = moments.slice(0, 3)

const note = (db: Db, what: string) => sql`insert into done (what) values (${what})`.execute(db)
const isNoted = async (db: Db, what: string) =>
  (await sql`select from done where what = ${what}`.execute(db)).rows.length > 0

export async function openServer(place: Place, wanted: Moment | undefined, stop: () => void) {
  equipFields()
  const stand = (moment: Moment) => void (moment === wanted && stop())
  const steps = defineJob('test.steps', { retries: 50, retryDelay: 0 }, async ctx => {
    await ctx.transaction(async ({ db }) => void ((await isNoted(db, 'first')) || (await note(db, 'first'))))
    stand('between two transactions of a job')
    await ctx.finish(async ({ db }) => {
      await note(db, 'last')
      stand('in the last transaction of a job')
    })
    stand('after the last transaction of a job')
  })
  let reacted = false
  const reaction = on(tag, 'created', 'note', async ({ db }, ids) => {
    for (const id of ids) await note(db, id)
    stand('in a reaction')
    reacted = true
  })
  const database = await openDatabase(place)
  const queue = await openQueue(database, [steps], { pace: { lease: place.url ? 2 : 30, look: 0.2 } })
  let wake = () => {}
  const kernel = await openKernel({
    ...parts,
    behaviours: [...parts.behaviours, reaction],
    database,
    queue,
    secrets: openSecrets('a key for nothing but these tests'),
    store: openStore({ filesUrl: null, dataDir: join(place.folder, 'files') }),
    // Called when a transaction is committed.
    wake: () => (reacted ? stand('after a reaction') : wake()),
  })
  const reader = reactionReader(kernel)
  const standing: Reader = {
    ...reader,
    async read(tx, changes) {
      await reader.read(tx, changes)
      stand('while reading')
    },
  }
  const readers = await startReaders(kernel, withoutReaders.includes(wanted) ? [] : [standing])
  wake = readers.wake
  await queue.start(kernel)
  const calm = hurry(database.db)
  return {
    queue,
    db: database.db,
    async close() {
      calm()
      await queue.stop(0)
      await readers.stop()
      await kernel.close()
      await database.close()
    },
  }
}

if (import.meta.main) {
  const [, , place = '', wanted] = process.argv
  await openServer(JSON.parse(place), wanted as Moment, () => {
    writeSync(1, 'here')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
}
