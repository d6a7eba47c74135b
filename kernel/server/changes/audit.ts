// Every change as somebody reads it: with what the records are called, and what their fields point to.

import { type RawBuilder, sql } from 'kysely'
import type { Field } from '../../schema/field.ts'
import { isLinks } from '../../schema/field-type.ts'
import { type Included, includeNames, joinIncluded } from '../records/include.ts'
import type { Reading } from '../records/list.ts'
import { namesOf } from '../records/titles.ts'
import type { Model } from '../tables/model.ts'
import type { Change } from './read.ts'

export interface AuditAsked {
  readonly object?: string | null
  readonly record?: string | null
  readonly actor?: string | null
  readonly batch?: string | null
  readonly event?: string | null
  /** Days, as the reader's calendar has them; both count. */
  readonly since?: string | null
  readonly until?: string | null
  /** The pos of the last change of the page before. */
  readonly before?: number | null
  readonly limit: number
}

export interface AuditRow extends Omit<Change, 'epoch'> {
  /** What the record is called, or was. */
  readonly title: string
}

export interface AuditPage {
  readonly rows: readonly AuditRow[]
  readonly included: Included
  readonly next: number | null
}

export async function auditPage(reading: Reading, asked: AuditAsked): Promise<AuditPage> {
  const { rows } = await sql<Omit<Change, 'epoch'>>`
    select pos, at, object, record_id, version, events, actor_id, source, batch, before, after from changes
    where ${sql.join(conditionsOf(asked, reading.actor.locale.zone), sql` and `)}
    order by epoch desc, pos desc limit ${asked.limit}`.execute(reading.db)
  let included: Included = {}
  const titles = new Map<string, string>()
  for (const [object, changes] of Map.groupBy(rows, row => row.object)) {
    const model = reading.models.find(object)
    if (!model) continue
    for (const [id, title] of await titlesOf(reading, model, changes)) titles.set(id, title)
    included = joinIncluded(included, await pointedTo(reading, model, changes))
  }
  included = joinIncluded(included, await people(reading, rows))
  return {
    rows: rows.map(row => ({ ...row, title: titles.get(row.record_id) ?? '' })),
    included,
    next: rows.length === asked.limit ? (rows.at(-1)?.pos ?? null) : null,
  }
}

function conditionsOf({ object, record, actor, batch, event, since, until, before }: AuditAsked, zone: string) {
  const start = (day: string) => sql`(${day}::date)::timestamp at time zone ${zone}`
  const end = (day: string) => sql`(${day}::date + 1)::timestamp at time zone ${zone}`
  const asked: (RawBuilder<unknown> | false)[] = [
    sql`true`,
    isGiven(object) && sql`object = ${object}`,
    isGiven(record) && sql`record_id = ${record}`,
    isGiven(actor) && sql`actor_id = ${actor}`,
    isGiven(batch) && sql`batch = ${batch}`,
    isGiven(event) && sql`${event} = any(events)`,
    isGiven(since) && sql`at >= ${start(since)}`,
    isGiven(until) && sql`at < ${end(until)}`,
    isGiven(before) && sql`pos < ${before}`,
  ]
  return asked.filter(condition => condition !== false)
}

const isGiven = <T>(value: T): value is NonNullable<T> => value !== null && value !== undefined

/** By what they are called now; what is gone, by what it was called in the change. */
async function titlesOf(reading: Reading, model: Model, changes: readonly Omit<Change, 'epoch'>[]) {
  const ids = changes.map(({ record_id }) => record_id)
  const live = await namesOf(reading, model, ids)
  const told = changes.map(({ record_id, before, after }) => {
    const values = { ...before, ...after }
    const parts = model.object.title.map(name => values[name]).filter(part => typeof part === 'string')
    return [record_id, parts.join(' ')] as const
  })
  return [...told.filter(([, title]) => title !== ''), ...live.map(({ id, title }) => [id, title] as const)]
}

async function pointedTo(reading: Reading, model: Model, changes: readonly Omit<Change, 'epoch'>[]) {
  const names = Object.entries(model.fields).flatMap(([name, field]) => (isPointer(field) ? [name] : []))
  const values = changes.flatMap(({ before, after }) => [before ?? {}, after ?? {}])
  return includeNames(reading, model, values, names)
}

const isPointer = (field: Field) => field.type === 'ref' || isLinks(field)

async function people(reading: Reading, rows: readonly { readonly actor_id: string | null }[]): Promise<Included> {
  const ids = [...new Set(rows.flatMap(({ actor_id }) => actor_id ?? []))]
  const named = await namesOf(reading, reading.models.get('user'), ids)
  return { user: Object.fromEntries(named.map(each => [each.id, each])) }
}
