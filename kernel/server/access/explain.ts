import { sql } from 'kysely'
import type { Locale } from '../../schema/field-type.ts'
import { missing, Refused } from '../../schema/refused.ts'
import type { Reading } from '../records/list.ts'
import type { Actor, MaskLevel } from './actor.ts'
import { isAdministrator, requireAdministrator } from './administrator.ts'
import { loadActor } from './load-actor.ts'
import { maskOf } from './rights.ts'
import { grantParts } from './visible.ts'

export interface Explanation {
  readonly allowed: boolean
  /** Each thing that could allow it, and whether it does for this record. */
  readonly parts: readonly { readonly role: string; readonly scope: unknown; readonly holds: boolean }[]
  readonly record: 'live' | 'trashed' | 'missing'
  readonly masks: Readonly<Record<string, MaskLevel>>
}

interface Asked {
  readonly object: string
  readonly id: string
  readonly verb: string | null
  readonly user: string | null
}

/** "Why can't I see this": the parts of the very condition that decides, each asked of the record by itself. */
export async function explainAccess(
  reading: Reading,
  company: Locale,
  { object, id, verb, user }: Asked,
): Promise<Explanation> {
  const model = reading.models.find(object)
  if (!model) throw new Refused('unknown-object', { plural: object }, { kind: 'missing' })
  const actor = await whose(reading, company, user)
  const parts = grantParts({ ...reading, actor }, model, verb ?? 'read', 't')
  const asked = parts.map(({ condition }, at) => sql`coalesce(${condition}, false) as ${sql.ref(`p${at}`)}`)
  const { rows } = await sql<
    Record<string, boolean | string | null>
  >`select t.deleted_at ${asked.length ? sql`, ${sql.join(asked)}` : sql``}
    from ${sql.table(model.table)} as t where t.id = ${id}::uuid`.execute(reading.db)
  const row = rows[0]
  const answered = parts.map(({ role, scope }, at) => ({ role, scope, holds: row?.[`p${at}`] === true }))
  const masks = Object.keys(model.fields).flatMap(name => {
    const level = maskOf(actor, model, name)
    return level ? [[name, level] as const] : []
  })
  return {
    allowed: answered.some(({ holds }) => holds),
    parts: answered,
    record: whereabouts(
      row,
      answered.some(({ holds }) => holds),
      reading.actor,
    ),
    masks: Object.fromEntries(masks),
  }
}

/** Everybody may ask about themselves; about others, who hands out rights. */
async function whose(reading: Reading, company: Locale, user: string | null): Promise<Actor> {
  if (!user || user === reading.actor.id) return reading.actor
  requireAdministrator(reading.actor)
  const actor = await loadActor(reading.db, user, company)
  if (!actor) throw missing('user', user)
  return actor
}

/** That a record exists is itself something that not everybody may know. */
function whereabouts(row: { deleted_at?: unknown } | undefined, allowed: boolean, asker: Actor): Explanation['record'] {
  const mayKnow = allowed || isAdministrator(asker)
  if (!row || !mayKnow) return 'missing'
  return row.deleted_at ? 'trashed' : 'live'
}
