import { sql } from 'kysely'
import type { Locale } from '../../schema/field-type.ts'
import type { Filter } from '../../schema/filter.ts'
import type { Db, Tx } from '../database/database.ts'
import { type Actor, everything, type MaskLevel, type Role, type Scope } from './actor.ts'

interface Found {
  id: string
  name: string
  language: string
  time_zone: string | null
  roles: { id: string; name: string; everything: boolean; grants: Grant[]; masks: Mask[] }[]
  team: string[]
}
interface Grant {
  object: string
  verb: string
  scope: Exclude<Scope, object> | 'filter'
  filter: string | null
}
interface Mask {
  object: string
  field: string
  level: MaskLevel
}

export const loadActor = async (db: Db | Tx, userId: string, company: Locale): Promise<Actor | undefined> =>
  (await loadActors(db, [userId], company))[0]

/** Users with roles, grants, masks and teams, in one query. Absent: unknown, deactivated or in the trash. */
export async function loadActors(db: Db | Tx, userIds: readonly string[], company: Locale): Promise<Actor[]> {
  const { rows } = await sql<Found>`
    select u.id, u.name, u.language, u.time_zone,
      (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'everything', r.everything,
          'grants', (select coalesce(json_agg(json_build_object('object', g.object, 'verb', g.verb, 'scope', g.scope, 'filter', g.filter)), '[]')
            from role_grants g where g.role = r.id and g.deleted_at is null),
          'masks', (select coalesce(json_agg(json_build_object('object', m.object, 'field', m.field, 'level', m.level)), '[]')
            from role_masks m where m.role = r.id and m.deleted_at is null))), '[]')
        from links l join roles r on r.id = l.to_id where l.from_id = u.id and l.field = 'roles' and r.deleted_at is null) as roles,
      (select coalesce(json_agg(distinct mate.from_id), '[]') from links mine join teams t on t.id = mine.to_id and t.deleted_at is null
        join links mate on mate.to_id = mine.to_id and mate.field = 'teams' and mate.from_object = 'user'
        where mine.from_id = u.id and mine.field = 'teams') as team
    from users u where u.id = any(${[...userIds]}::uuid[]) and u.active and u.deleted_at is null`.execute(db)
  return rows.map(found => toActor(found, company))
}

const toActor = (found: Found, company: Locale): Actor => ({
  kind: 'user',
  id: found.id,
  name: found.name,
  roles: found.roles.map(toRole),
  team: [...new Set([found.id, ...found.team])],
  locale: { ...company, language: found.language, zone: found.time_zone ?? company.zone },
})

function toRole({ id, name, everything: all, grants, masks }: Found['roles'][number]): Role {
  if (all) return { ...everything, id, name }
  return {
    id,
    name,
    everything: false,
    grants: byObject(grants, ({ verb, scope, filter }) => [verb, scope === 'filter' ? toFilter(filter) : scope]),
    masks: byObject(masks, ({ field, level }) => [field, level]),
  }
}

const byObject = <R extends { object: string }, V>(rows: readonly R[], entry: (row: R) => readonly [string, V]) =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ object }) => object)].map(([object, group]) => [
      object,
      Object.fromEntries(group.map(entry)),
    ]),
  )

/** A filter that cannot be read gives nothing: it never widens. */
function toFilter(text: string | null): Scope {
  try {
    return { filter: JSON.parse(text ?? '') as Filter }
  } catch {
    return 'nobody'
  }
}
