import { Refused } from '#kernel/schema/refused.ts'
import type { Database } from '#kernel/server/database/database.ts'
import type { Secrets } from '#kernel/server/secrets/secrets.ts'

const key = 'key_fingerprint'

/** The database remembers which key its secrets were made with: another one would make them unreadable, link by link. */
export async function requireKey({ db }: Database, { fingerprint }: Secrets) {
  const value = JSON.stringify(fingerprint)
  await db
    .insertInto('settings')
    .values({ key, value, updated_at: new Date().toISOString(), updated_by: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const stored = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  if (stored.value !== fingerprint) throw new Refused('secret.other-key', { wanted: stored.value, fingerprint })
}
