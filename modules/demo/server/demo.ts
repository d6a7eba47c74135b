import { sql } from 'kysely'
import { text } from '#kernel/fields/index.ts'
import { user } from '#kernel/objects/index.ts'
import { Refused } from '#kernel/schema/refused.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { changes } from '#kernel/server/changes/tables.ts'
import type { Db, Tx } from '#kernel/server/database/database.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { loadWhere } from '#kernel/server/records/load.ts'
import { purgeRecords } from '#kernel/server/records/remove.ts'
import { defineSetting } from '#kernel/server/settings/setting.ts'
import { readSettings, writeSetting } from '#kernel/server/settings/settings.ts'
import { ensurePartitions } from '#kernel/server/tables/partitions.ts'
import { chanceFrom } from './chance.ts'
import { liveDay, openWorld, totals, type World } from './story.ts'

type Say = (line: string) => void

/** That of the sample data which is here: kept from the first day on until all of it is gone. */
const sampleBatch = defineSetting('sample_batch', text(), null)

/** Fills a believable year; everything carries one batch, by which it can be removed again. */
export async function fillDemo(kernel: Kernel, say: Say, signal?: AbortSignal) {
  if (await isThere(kernel.database.db)) throw new Refused('demo.there')
  const batch = kernel.newId()
  const today = kernel.clock()
  let world: World | undefined
  for (let day = 0; day <= totals.days; day++) {
    signal?.throwIfAborted()
    const instant = new Date(today.getTime() - (totals.days - day) * 86_400_000)
    if (day === 0 || instant.getUTCDate() === 1) await ensurePartitions(kernel.database.db, [changes], instant)
    const then: Kernel = Object.create(kernel, { clock: { value: () => instant } })
    world = await inContext(then, { actor: systemActor(kernel.locale), source: 'sample', batch }, async ctx => {
      const current = world ?? (await begin(ctx, batch))
      await liveDay(ctx, current, day)
      return current
    })
  }
  say(
    `Filled ${totals.contacts} contacts, ${totals.companies} companies and ${totals.deals} deals over a year. Remove them with: npx rapport demo --remove`,
  )
}

async function begin(ctx: Context, batch: string): Promise<World> {
  await writeSetting(ctx, sampleBatch, batch)
  const people = await ctx.find(user, { active: true })
  return openWorld(
    ctx,
    chanceFrom(7),
    people.map(({ id }) => id),
  )
}

/** For good, the last first. What has come to be used by records of your own stays, and is counted. */
export async function removeDemo(kernel: Kernel, say: Say, signal?: AbortSignal) {
  const batch = await batchIn(kernel.database.db)
  if (batch === null) throw new Refused('demo.not-there')
  let removed = 0
  let kept = 0
  for (;;) {
    signal?.throwIfAborted()
    const slice = await nextSlice(kernel, batch, kept)
    if (!slice) break
    const gone = await purgeSlice(kernel, slice)
    removed += gone
    kept += slice.ids.length - gone
  }
  await inContext(kernel, { actor: systemActor(kernel.locale), source: 'sample' }, ctx =>
    writeSetting(ctx, sampleBatch, null),
  )
  say(`Removed ${removed} sample records.${kept ? ` ${kept} are used by records of yours and stay.` : ''}`)
}

export const isThere = async (db: Db | Tx) => (await batchIn(db)) !== null

const batchIn = async (db: Db | Tx) => (await readSettings(db, [sampleBatch])).sample_batch

interface Slice {
  readonly object: string
  readonly ids: readonly string[]
}

async function nextSlice(
  { database: { db }, models }: Kernel,
  batch: string,
  skip: number,
): Promise<Slice | undefined> {
  for (const object of [
    'task',
    'call',
    'meeting',
    'note',
    'quote_line',
    'quote',
    'deal_line',
    'deal',
    'product_price',
    'price_list',
    'product',
    'contact_email',
    'contact_phone',
    'contact',
    'company',
    'stage',
    'pipeline',
    'lost_reason',
    'competitor',
    'tag',
  ]) {
    const { rows } = await sql<{
      id: string
    }>`select distinct c.record_id as id from changes c join ${sql.table(models.get(object).table)} t on t.id = c.record_id
      where c.batch = ${batch}::uuid and c.object = ${object} and 'created' = any(c.events) order by 1 offset ${skip} limit 500`.execute(
      db,
    )
    if (rows.length) return { object, ids: rows.map(({ id }) => id) }
  }
  return undefined
}

async function purgeSlice(kernel: Kernel, { object, ids }: Slice): Promise<number> {
  const purge = (some: readonly string[]) =>
    inContext(kernel, { actor: systemActor(kernel.locale), source: 'sample' }, async ctx => {
      const model = ctx.models.get(object)
      await purgeRecords(ctx, model, await loadWhere(ctx, model, sql`t.id = any(${[...some]}::uuid[])`))
      return some.length
    })
  try {
    return await purge(ids)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  let gone = 0
  for (const id of ids) gone += await purge([id]).catch(error => (error instanceof Refused ? 0 : Promise.reject(error)))
  return gone
}
