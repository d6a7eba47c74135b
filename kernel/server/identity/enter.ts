import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import type { Sender } from './sender.ts'
import { endSessionOf, openSession } from './sessions.ts'
import { recordSignIn, type SignInMethod } from './sign-ins.ts'
import { hashToken, newToken } from './token.ts'

/** The two secrets that a browser leaves with. */
export interface Entered {
  readonly userId: string
  readonly session: string
  readonly device: string
}

/** What a browser came with, and from where. */
export interface Visitor {
  readonly from: Sender
  readonly session?: string
  readonly device?: string
}

/** Opens a session for somebody who has proved who they are: always a new one, never the one they came with. */
export async function enter(
  kernel: Kernel,
  db: Tx,
  userId: string,
  method: SignInMethod,
  visitor: Visitor,
): Promise<Entered> {
  const { from } = visitor
  const now = kernel.clock().toISOString()
  if (visitor.session) await endSessionOf(db, visitor.session)
  const session = await openSession(db, { id: kernel.newId(), userId, from, now })
  const device = await rememberDevice(db, userId, visitor.device, now)
  await recordSignIn(db, { event: 'signed_in', userId, method, from, now })
  return { userId, session, device }
}

/** Keeps the browser's own token only if it was given for this very person: it may have been planted. */
async function rememberDevice(db: Tx, userId: string, token: string | undefined, now: string): Promise<string> {
  const known =
    token === undefined
      ? undefined
      : await sql`update devices set seen_at = ${now}
    where token_hash = ${hashToken(token)} and user_id = ${userId}::uuid returning 1 as known`.execute(db)
  if (token !== undefined && known?.rows.length) return token
  const fresh = newToken()
  await sql`insert into devices (token_hash, user_id, seen_at) values (${hashToken(fresh)}, ${userId}, ${now})`.execute(
    db,
  )
  return fresh
}
