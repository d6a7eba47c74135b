import { sql } from 'kysely'
import type { AnyRow, Context } from '../records/context.ts'
import { isSame } from '../records/same.ts'
import type { Change, Place } from './read.ts'

type Values = Readonly<Record<string, unknown>>

/** What a batch did to one record altogether, however many changes it took. */
export interface Net {
  readonly object: string
  readonly id: string
  /** What the record was before: `absent` where the batch created it. */
  readonly was: 'absent' | 'live' | 'trashed'
  readonly purged: boolean
  /** Of the fields that were changed: what they held, and what they hold when nobody has touched them since. */
  readonly before: Values
  readonly after: Values
  /** Of the first change: each record is met once, at this place. */
  readonly place: Place
}

/** What was removed, what was changed, what came: undone one after the other, see undoBatch. */
export type Phase = 'removals' | 'edits' | 'comings'

/** The records of a batch that are undone in one phase; all of them, or one. */
export interface Part {
  readonly batch: string
  readonly record: string | undefined
  readonly phase: Phase
}

const slice = 500

/** The next records of a batch behind a place, with all that the batch did to them. */
export async function netsAfter(
  ctx: Context,
  { batch, record, phase }: Part,
  place: Place | undefined,
): Promise<Net[]> {
  const [further, order] = phase === 'comings' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const behind = place ? sql`(c.epoch, c.pos) ${further} (${place.epoch}, ${place.pos})` : sql`true`
  const one = record === undefined ? sql`true` : sql`c.record_id = ${record}::uuid`
  const { rows } = await sql<{ record_id: string } & Place>`select c.record_id, c.epoch, c.pos from changes c
    where ${among(batch)} and ${one} and ${conditions[phase]} and ${behind} and not exists (select 1 from changes e
      where e.record_id = c.record_id and ${sameBatch('e')} and (e.epoch, e.pos) < (c.epoch, c.pos))
    order by c.epoch ${order}, c.pos ${order} limit ${slice}`.execute(ctx.db)
  const changes = await changesTo(
    ctx,
    batch,
    rows.map(row => row.record_id),
  )
  return rows.map(({ record_id, epoch, pos }) => netOf(changes.get(record_id) ?? [], { epoch, pos }))
}

/** Found by the record: by the batch, a database that does not know its tables yet would read all of it for each record. */
const sameBatch = (alias: string) => sql`coalesce(${sql.ref(`${alias}.batch`)} = c.batch, false)`

/** In the order of the log, of which only the stretch of the batch is read: sorting it for each slice is slow. */
const among = (batch: string) => sql`coalesce(c.batch = ${batch}::uuid, false)
  and c.epoch >= (select min(epoch) from changes where batch = ${batch}::uuid)
  and c.epoch <= (select max(epoch) from changes where batch = ${batch}::uuid)`

const came = sql`c.events && '{created,restored}'::text[]`
const removed = sql`exists (select 1 from changes d where d.record_id = c.record_id and ${sameBatch('d')} and d.events @> '{deleted}'::text[])`
const conditions = {
  removals: sql`not ${came} and ${removed}`,
  edits: sql`not ${came} and not ${removed}`,
  comings: came,
}

/** What a batch did to some records, in the order in which it came to them. */
export async function netsOf(ctx: Context, batch: string, ids: readonly string[]): Promise<Net[]> {
  const changes = await changesTo(ctx, batch, ids)
  return [...changes.values()].map(list => netOf(list, list[0] as Change))
}

/** Fields that somebody wrote since; not those that hold again what they held, as when a consequence was quicker. */
export const touchedIn = (row: AnyRow, { before, after }: Pick<Net, 'before' | 'after'>): string[] =>
  Object.keys(after).filter(name => !isSame(row[name] ?? null, after[name]) && !isSame(row[name] ?? null, before[name]))

async function changesTo(ctx: Context, batch: string, ids: readonly string[]) {
  const { rows } = await sql<Change>`select object, record_id, events, before, after, epoch, pos from changes
    where record_id = any(${[...ids]}::uuid[]) and coalesce(batch = ${batch}::uuid, false) order by epoch, pos`.execute(
    ctx.db,
  )
  return Map.groupBy(rows, row => row.record_id)
}

function netOf(changes: readonly Change[], place: Place): Net {
  const [first] = changes
  if (!first) throw new Error('A record of a batch has no change in it.')
  const edits = changes.filter(({ events }) => events.includes('updated'))
  return {
    object: first.object,
    id: first.record_id,
    was: wasBefore(first),
    purged: changes.some(({ events }) => events.includes('purged')),
    before: Object.assign({}, ...edits.map(({ before }) => before).reverse()),
    after: Object.assign({}, ...edits.map(({ after }) => after)),
    place,
  }
}

function wasBefore({ events }: Change): Net['was'] {
  if (events.includes('created')) return 'absent'
  return events.includes('restored') ? 'trashed' : 'live'
}
