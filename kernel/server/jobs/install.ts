import { sql } from 'kysely'
import { PgBoss, type QueueResult } from 'pg-boss'
import type { Database, Db } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { bossDatabase } from './boss-database.ts'
import { keptFor, longestRetryDelay, type Pace, policyOf, type QueuePlan } from './queue-plan.ts'
import { leases } from './take-over.ts'

/** Brings the tables of pg-boss up to its version, and its queues up to the declarations. */
export async function installQueues(database: Database, plans: readonly QueuePlan[], pace: Pace) {
  const boss = new PgBoss({ db: bossDatabase(database.db), supervise: false, schedule: false })
  let failure: Error | undefined
  boss.on('error', error => {
    failure ??= error
  })
  await boss.start()
  try {
    const known = new Map((await boss.getQueues()).map(queue => [queue.name, queue]))
    await sql.raw(leases).execute(database.db)
    for (const plan of plans) await installQueue(database.db, boss, plan, known.get(plan.name), pace)
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
  if (failure) throw failure
}

async function installQueue(db: Db, boss: PgBoss, plan: QueuePlan, now: QueueResult | undefined, pace: Pace) {
  const wanted = {
    retryLimit: plan.retries,
    retryDelay: plan.retryDelay,
    retryBackoff: true,
    retryDelayMax: longestRetryDelay,
    expireInSeconds: plan.expires,
    retentionSeconds: 365 * 24 * 3600,
    deleteAfterSeconds: keptFor(plan),
    heartbeatSeconds: Math.max(10, pace.lease),
  }
  const policy = policyOf(plan)
  if (!now) return boss.createQueue(plan.name, { ...wanted, policy })
  if (now.policy !== policy) await changePolicy(db, plan.name, policy)
  const settings = Object.entries(wanted) as [keyof typeof wanted, unknown][]
  if (settings.some(([name, value]) => now[name] !== value)) await boss.updateQueue(plan.name, wanted)
}

/** Jobs that wait under the old rule wait on under the new one; without a key each is its own. */
const changePolicy = (db: Db, name: string, policy: string) =>
  transact(db, async tx => {
    await sql`update pgboss.queue set policy = ${policy} where name = ${name}`.execute(tx)
    if (policy === 'stately') return
    await sql`update pgboss.job_common set policy = ${policy}, singleton_key = coalesce(singleton_key, id::text)
      where name = ${name} and state < 'completed'`.execute(tx)
  })
