import { sql } from 'kysely'
import { invalidField } from '../../schema/refused.ts'
import type { TimelineEntry } from '../../schema/timeline-entry.ts'
import { canSee } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import type { EventTable } from '../changes/event-table.ts'
import { mergedInto } from '../duplicates/alias.ts'
import { among } from '../records/among.ts'
import { getRecord, getRecords } from '../records/get.ts'
import { type Included, includeNames, joinIncluded } from '../records/include.ts'
import type { Reading } from '../records/list.ts'
import { namesOf } from '../records/titles.ts'
import type { Model } from '../tables/model.ts'
import { aboutObjects, columns, type Pointing, pointingObjects, recordsAround } from './around.ts'

export interface TimelinePage {
  readonly entries: readonly TimelineEntry[]
  /** What the records are called that were pointed to before and after a change. */
  readonly included: Included
  readonly next: string | null
}

interface Found {
  readonly at: string
  readonly key: string
  readonly kind: TimelineEntry['kind']
  readonly object: string
  readonly id: string
  readonly events: string[]
  readonly actor_id: string | null
  readonly source: string | null
  readonly batch: string | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

interface Asked {
  readonly limit: number
  readonly after?: string
  /** `change`, `event`, or the name of an object: its records about this one. */
  readonly only?: string
}

/** Everything that happened around a record, the newest first, from every source the reader may see. */
export async function timelineOf(
  reading: Reading,
  eventTables: readonly EventTable[],
  model: Model,
  id: string,
  { limit, after, only }: Asked,
): Promise<TimelinePage> {
  await getRecord(reading, model, id)
  const cursor = readCursor(after)
  const ids = [id, ...(await mergedInto(reading.db, model, id))]
  const sources = sourcesOf(reading, eventTables, model, id, ids)
    .filter(({ of }) => only === undefined || of === only)
    .map(({ source }) => source)
  if (sources.length === 0) return { entries: [], included: {}, next: null }
  const pages = sources.map(
    source => sql`(select * from (${source}) as s
    where ${cursor ? sql`(s.at, s.key) < (${cursor.at}::timestamptz, ${cursor.key})` : sql`true`} order by s.at desc, s.key desc limit ${limit + 1})`,
  )
  const { rows } =
    await sql<Found>`select * from (${sql.join(pages, sql` union all `)}) as found order by at desc, key desc limit ${limit + 1}`.execute(
      reading.db,
    )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: await toEntries(reading, page, id),
    included: await namesIn(reading, page),
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.at, last.key])).toString('base64url') : null,
  }
}

const sourcesOf = (
  reading: Reading,
  eventTables: readonly EventTable[],
  model: Model,
  id: string,
  ids: readonly string[],
) => [
  { of: 'change', source: ownChanges(ids) },
  ...pointingObjects(reading, model).map(pointing => ({
    of: 'change',
    source: changesOfOthers(reading, pointing, id),
  })),
  ...aboutObjects(reading, model).map(pointing => ({
    of: pointing.other.name,
    source: recordsAround(reading, model, pointing, id),
  })),
  ...eventTables
    .filter(({ subject }) => subject === model.name)
    .flatMap(table => ids.map(one => ({ of: 'event', source: eventsOf(reading, model, table, one) }))),
]

const changeColumns = columns(
  'change',
  sql`lpad(c.epoch::text, 16, '0') || lpad(c.pos::text, 20, '0')`,
  { at: sql`c.at`, object: sql`c.object`, id: sql`c.record_id`, events: sql`c.events` },
  sql`c.actor_id, c.source, c.batch, c.before, c.after`,
)

/** Of the record, and of those that were merged into it. */
const ownChanges = (ids: readonly string[]) =>
  sql`select ${changeColumns} from changes c where ${among('c.record_id', ids)}`

/** What befell the deals of a person belongs to the person's story too: that they came, and what they declare as events. */
function changesOfOthers(reading: Reading, { other, field }: Pointing, id: string) {
  const events = ['created', 'deleted', ...other.object.events]
  const points = other.links.includes(field)
    ? sql`exists (select 1 from links l where l.from_id = t.id and l.field = ${field} and l.to_id = ${id}::uuid)`
    : sql`${sql.ref(`t.${field}`)} = ${id}::uuid`
  return sql`select ${changeColumns} from ${sql.table(other.table)} as t join changes c on c.record_id = t.id
    where ${points} and t.deleted_at is null and ${visible(reading, other, 'read', 't')} and c.events && ${events}::text[]`
}

function eventsOf(reading: Reading, model: Model, table: EventTable, id: string) {
  const column = (name: string) => sql.ref(`e.${name}`)
  const details = sql`jsonb_build_object(${sql.join(table.shown.flatMap(name => [sql.lit(name), column(name)]))})`
  return sql`select ${columns(
    'event',
    sql`lpad(${column(table.sequence)}::text, 36, '0')`,
    {
      at: column(table.at),
      object: sql`${table.subject}::text`,
      id: column(table.subjectColumn),
      events: sql`array[${column(table.event)}]`,
    },
    sql`null::uuid as actor_id, null::text as source, null::uuid as batch, null::jsonb as before, ${details} as after`,
  )} from ${sql.table(table.table)} as e where ${column(table.subjectColumn)} = ${id}::uuid
    and exists (select 1 from ${sql.table(model.table)} as t where t.id = ${id}::uuid and ${visible(reading, model, table.needs, 't')})`
}

async function toEntries(reading: Reading, page: readonly Found[], subject: string): Promise<TimelineEntry[]> {
  const actors = await actorNames(reading, page)
  const titles = await titlesOf(
    reading,
    page.filter(({ kind, id }) => kind === 'change' && id !== subject),
  )
  const records = await recordsByObject(reading, page)
  return page.flatMap(found => {
    const model = reading.models.find(found.object)
    const fields = found.kind === 'change' && model ? fieldChanges(reading, model, found) : undefined
    if (found.kind === 'change' && isHidden(found, fields)) return []
    const record = records.get(found.id)
    return [
      {
        at: found.at,
        kind: found.kind,
        object: found.object,
        id: found.id,
        events: found.events,
        actor: found.actor_id ? (actors.get(found.actor_id) ?? null) : null,
        ...(found.source ? { source: found.source } : {}),
        ...(found.batch ? { batch: found.batch } : {}),
        ...(titles.has(found.id) ? { title: titles.get(found.id) ?? '' } : {}),
        ...(fields ? { fields } : {}),
        ...(record ? { record } : {}),
        ...(found.kind === 'event' && found.after ? { details: found.after } : {}),
      },
    ]
  })
}

function fieldChanges(reading: Reading, model: Model, { before, after }: Found): NonNullable<TimelineEntry['fields']> {
  const names = Object.keys(after ?? {}).filter(name => name in model.fields && canSee(reading.actor, model, name))
  return Object.fromEntries(names.map(name => [name, { from: before?.[name] ?? null, to: after?.[name] ?? null }]))
}

/** An edit of nothing but masked fields did not happen, for whoever may not see them. */
const isHidden = ({ events, after }: Found, fields: TimelineEntry['fields']) =>
  events.length === 1 &&
  events[0] === 'updated' &&
  Object.keys(after ?? {}).length > 0 &&
  Object.keys(fields ?? {}).length === 0

/** What refs pointed to and point to, where the reader may see both the field and the record. */
async function namesIn(reading: Reading, page: readonly Found[]): Promise<Included> {
  let included: Included = {}
  for (const [object, changes] of Map.groupBy(
    page.filter(({ kind }) => kind === 'change'),
    entry => entry.object,
  )) {
    const model = reading.models.find(object)
    if (!model) continue
    const refs = Object.keys(model.fields).filter(
      name => (model.fields[name]?.type === 'ref' || model.links.includes(name)) && canSee(reading.actor, model, name),
    )
    const values = changes.flatMap(({ before, after }) => [before ?? {}, after ?? {}])
    included = joinIncluded(included, await includeNames(reading, model, values, refs))
  }
  return included
}

/** What the other records are called whose changes are told here. */
async function titlesOf(reading: Reading, page: readonly Found[]) {
  const titles = new Map<string, string>()
  for (const [object, entries] of Map.groupBy(page, entry => entry.object))
    for (const { id, title } of await namesOf(
      reading,
      reading.models.get(object),
      entries.map(({ id }) => id),
    ))
      titles.set(id, title)
  return titles
}

async function actorNames(reading: Reading, page: readonly Found[]) {
  const ids = page.flatMap(({ actor_id }) => (actor_id ? [actor_id] : []))
  const names = await namesOf(reading, reading.models.get('user'), ids)
  return new Map(names.map(({ id, title }) => [id, { id, name: title }]))
}

async function recordsByObject(reading: Reading, page: readonly Found[]) {
  const found = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [object, entries] of Map.groupBy(
    page.filter(({ kind }) => kind === 'record'),
    entry => entry.object,
  ))
    for (const row of await getRecords(
      reading,
      reading.models.get(object),
      entries.map(({ id }) => id),
    ))
      found.set(row.id, row)
  return found
}

function readCursor(text: string | undefined): { at: string; key: string } | undefined {
  if (text === undefined) return undefined
  try {
    const [at, key] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (
      typeof at === 'string' &&
      new Date(at).toISOString() === at &&
      typeof key === 'string' &&
      /^[\w-]{1,80}$/.test(key)
    )
      return { at, key }
  } catch {}
  throw invalidField('after', 'cursor.invalid')
}
