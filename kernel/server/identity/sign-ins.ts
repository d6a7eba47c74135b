import { sql } from 'kysely'
import type { EventTable } from '../changes/event-table.ts'
import type { Db, Tx } from '../database/database.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import type { Sender } from './sender.ts'

/** Who came and went. `seq` shares the sequence of the change log, so both merge into one order. */
export const signIns = defineTable('sign_ins', {
  primary: [],
  monthly: 'at',
  columns: {
    at: column<string>('timestamp(3) with time zone'),
    seq: column<number>('bigint', { default: "nextval('change_pos'::regclass)" }),
    event: column<SignInEvent>('text'),
    /** Nobody where the address belongs to none. */
    user_id: column<string | null>('uuid', { null: true, references: { table: 'users', onDelete: 'cascade' } }),
    method: column<SignInMethod>('text'),
    ip: column<string>('text'),
    user_agent: column<string>('text'),
  },
  indexes: [{ on: ['user_id', 'at'] }, { on: ['seq'] }],
})
declare module '../database/database.ts' {
  interface Tables {
    sign_ins: TableRow<typeof signIns>
  }
}

export type SignInEvent = 'signed_in' | 'signed_out' | 'sign_in_failed'
export type SignInMethod = 'password' | 'invitation' | 'reset' | 'setup'

export const signInEvents: EventTable = {
  table: 'sign_ins',
  subject: 'user',
  subjectColumn: 'user_id',
  event: 'event',
  at: 'at',
  sequence: 'seq',
  needs: 'edit',
  shown: ['method', 'ip', 'user_agent'],
}

export interface Coming {
  readonly event: SignInEvent
  readonly userId: string | null
  readonly method: SignInMethod
  readonly from: Sender
  readonly now: string
}

/**
 * The user's own columns mirror the last row. They are written here and not by the pipeline: the event is the row,
 * and a second one in the change log would tell everything twice and make every sign-in an edit of the user.
 */
export async function recordSignIn(db: Db | Tx, { event, userId, method, from, now }: Coming) {
  await sql`insert into sign_ins (at, event, user_id, method, ip, user_agent)
    values (${now}, ${event}, ${userId}, ${method}, ${from.ip}, ${from.userAgent})`.execute(db)
  const mirror = event === 'signed_in' ? 'last_sign_in_at' : event === 'signed_out' ? 'last_sign_out_at' : undefined
  if (mirror) await sql`update users set ${sql.ref(mirror)} = ${now} where id = ${userId}::uuid`.execute(db)
}
