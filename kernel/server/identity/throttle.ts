import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { hashToken } from './token.ts'

export interface Counter {
  readonly key: string
  /** How many tries cost nothing. */
  readonly free: number
}

const longest = 15 * 60

/**
 * Counts a try as failed before it is made, so that a thousand at once are counted too. Beyond what is free each
 * closes the door for twice as long as the one before, up to a quarter of an hour; who knocks at a closed
 * door does not keep it closed.
 */
export async function takeTry(db: Db, counters: readonly Counter[], now: string) {
  await transact(db, async tx => {
    for (const counter of counters.toSorted((a, b) => (a.key < b.key ? -1 : 1))) await count(tx, counter, now)
  })
}

async function count(tx: Tx, { key, free }: Counter, now: string) {
  const failures = sql`case when t.seen_at < ${now}::timestamptz - interval '1 day' then 1 else t.failures + 1 end`
  const seconds = sql`case when ${failures} > ${free}::int then least(${longest}::int, power(2, least(${failures} - ${free}::int, 20))) else 0 end`
  const { rows } =
    await sql`insert into throttles as t (key, failures, blocked_until, seen_at) values (${key}, 1, ${now}, ${now})
    on conflict (key) do update set failures = ${failures}, seen_at = ${now},
      blocked_until = ${now}::timestamptz + ${seconds} * interval '1 second'
    where t.blocked_until <= ${now}::timestamptz returning 1 as counted`.execute(tx)
  if (rows.length === 0) throw await closed(tx, key, now)
}

async function closed(tx: Tx, key: string, now: string) {
  const row = await tx.selectFrom('throttles').select('blocked_until').where('key', '=', key).executeTakeFirst()
  const left = row ? Date.parse(row.blocked_until) - Date.parse(now) : 0
  return new Refused('too-many-tries', { seconds: Math.max(1, Math.ceil(left / 1000)) }, { kind: 'throttled' })
}

/** The try was no failure: an account or a device starts anew. */
export const forgive = (db: Db | Tx, keys: readonly string[]) =>
  sql`delete from throttles where key = any(${[...keys]}::text[])`.execute(db)

/** An address gets this try back and no more, or who has one account could wipe away his tries at others. */
export const giveBack = (db: Db | Tx, key: string, now: string) =>
  sql`update throttles set failures = greatest(failures - 1, 0), blocked_until = ${now} where key = ${key}`.execute(db)

export const accountCounter = (what: string, email: string): Counter => ({
  key: `${what}:account:${hashToken(email)}`,
  free: 5,
})
export const addressCounter = (what: string, ip: string): Counter => ({ key: `${what}:ip:${network(ip)}`, free: 20 })
export const deviceCounter = (tokenHash: string): Counter => ({ key: `sign-in:device:${tokenHash}`, free: 10 })

/** One customer of a provider has a whole /64 of IPv6. */
function network(ip: string) {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const gap = ip.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...gap, ...after].slice(0, 4).join(':')
}
