import { sql } from 'kysely'
import { invalidField, missing, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { may, verbs } from '../access/rights.ts'
import type { Db } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import type { Models } from '../tables/model.ts'
import { principalsOf } from './principals.ts'
import { hashToken, newToken } from './token.ts'

const mark = 'rpt_'
const shown = 12
const most = 50

export const isKey = (token: string) => token.startsWith(mark)

interface NewKey {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expires_at: string | null
}

/** The key itself is in this answer and nowhere else. */
export async function issueKey(kernel: Kernel, actor: Actor, { name, scopes, expires_at }: NewKey) {
  const { db } = kernel.database
  const now = kernel.clock()
  checkScopes(kernel.models, actor, scopes)
  if (expires_at !== null && Date.parse(expires_at) <= now.getTime())
    throw invalidField('expires_at', 'key.expires-in-past')
  if ((await listKeys(db, String(actor.id))).length >= most) throw new Refused('key.too-many', { max: most })
  const key = mark + newToken()
  const row = {
    id: kernel.newId(),
    prefix: key.slice(0, shown),
    name,
    scopes: [...scopes],
    created_at: now.toISOString(),
    expires_at,
  }
  await db
    .insertInto('api_keys')
    .values({ ...row, token_hash: hashToken(key), user_id: String(actor.id), last_used_at: null, revoked_at: null })
    .execute()
  return { ...row, key }
}

/** `contact:read deal:*`, as OAuth writes them. */
export const readScopes = (text: string) => [...new Set(text.split(/[\s,]+/).filter(Boolean))]

/** A key narrows: what its owner may not do is not in it, now or later. */
function checkScopes(models: Models, actor: Actor, scopes: readonly string[]) {
  if (scopes.length === 0) throw invalidField('scopes', 'required')
  for (const scope of scopes) {
    const [object = '', verb = '', more] = scope.split(':')
    const model = models.find(object)
    const known = more === undefined && (object === '*' || model) && isVerb(models, object, verb)
    if (!known) throw invalidField('scopes', 'key.unknown-scope', { scope })
    if (model && verb !== '*' && !may(actor, model, verb)) throw invalidField('scopes', 'key.scope-beyond', { scope })
  }
}

const isVerb = (models: Models, object: string, verb: string) =>
  verb === '*' ||
  verbs.some(known => known === verb) ||
  models.all.some(model => (object === '*' || model.name === object) && Object.hasOwn(model.object.actions, verb))

export const listKeys = (db: Db, userId: string) =>
  db
    .selectFrom('api_keys')
    .select(['id', 'prefix', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export async function revokeKey(kernel: Kernel, userId: string, id: string) {
  const { numUpdatedRows } = await kernel.database.db
    .updateTable('api_keys')
    .set({ revoked_at: kernel.clock().toISOString() })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw missing('api_key', id)
  principalsOf(kernel).forget()
}

export const findKey = (db: Db, tokenHash: string, now: string) =>
  db
    .selectFrom('api_keys')
    .select(['id', 'user_id', 'scopes', 'last_used_at'])
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where(row => row.or([row('expires_at', 'is', null), row('expires_at', '>', now)]))
    .executeTakeFirst()

export const touchKey = (db: Db, id: string, now: string) =>
  sql`update api_keys set last_used_at = ${now} where id = ${id}::uuid
    and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')`.execute(db)
