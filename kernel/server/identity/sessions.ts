import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import type { Sender } from './sender.ts'
import { hashToken, newToken } from './token.ts'

/** Days without use after which a session ends, and days after which it ends in any case. */
const idle = 30
export const longestSession = 180

interface Opening {
  readonly id: string
  readonly userId: string
  readonly from: Sender
  readonly now: string
}

/** The token is given to the browser and kept nowhere. */
export async function openSession(db: Tx, { id, userId, from, now }: Opening): Promise<string> {
  const token = newToken()
  await sql`insert into sessions (id, token_hash, user_id, created_at, seen_at, expires_at, ip, user_agent)
    values (${id}, ${hashToken(token)}, ${userId}, ${now}, ${now}, ${now}::timestamptz + ${idle} * interval '1 day',
      ${from.ip}, ${from.userAgent})`.execute(db)
  return token
}

export interface OpenSession {
  readonly id: string
  readonly user_id: string
  readonly seen_at: string
}

export async function findSession(db: Db, tokenHash: string, now: string): Promise<OpenSession | undefined> {
  return await db
    .selectFrom('sessions')
    .select(['id', 'user_id', 'seen_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Seen at most once a minute, whichever server saw it. */
export const touchSession = (db: Db, id: string, from: Sender, now: string) =>
  sql`update sessions set seen_at = ${now}, ip = ${from.ip}, user_agent = ${from.userAgent},
      expires_at = least(${now}::timestamptz + ${idle} * interval '1 day', created_at + ${longestSession} * interval '1 day')
    where id = ${id}::uuid and seen_at < ${now}::timestamptz - interval '1 minute'`.execute(db)

export async function endSession(db: Db | Tx, id: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const endSessionOf = (db: Db | Tx, token: string) =>
  db.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute()

/** All of somebody's but the one that asks. */
export const endOtherSessions = (db: Db | Tx, userId: string, kept: string) =>
  db.deleteFrom('sessions').where('user_id', '=', userId).where('id', '<>', kept).execute()

export const endAllSessions = (db: Db | Tx, userIds: readonly string[]) =>
  db
    .deleteFrom('sessions')
    .where('user_id', 'in', [...userIds])
    .execute()
