import type { PgBoss } from 'pg-boss'
import type { Database } from '../database/database.ts'
import { timeZone } from '../settings/company.ts'
import { readSettings, settingsChannel } from '../settings/settings.ts'
import type { QueuePlan } from './queue-plan.ts'
import type { Report } from './workers.ts'

/** Keeps the calendar of jobs: in the zone of the company, also when that is changed. */
export async function startSchedules(database: Database, boss: PgBoss, plans: readonly QueuePlan[], report: Report) {
  let known: string | undefined
  let last = Promise.resolve()

  async function refresh() {
    const { time_zone: company } = await readSettings(database.db, [timeZone])
    if (company === known) return
    for (const { name, cron, zone } of plans)
      if (cron) await boss.schedule(name, cron, {}, { tz: zone ?? company, missed: 'once' })
    known = company
  }

  // Only jobs that are known here: those of a newer version, beside which this one may be running, stay.
  const scheduled = new Set((await boss.getSchedules()).map(({ name }) => name))
  for (const { name, cron } of plans) if (!cron && scheduled.has(name)) await boss.unschedule(name)
  const unlisten = await database.listen(settingsChannel, () => {
    last = last.then(refresh).catch(error => report(error, {}))
  })
  await refresh()
  return {
    async stop() {
      await unlisten()
      await last
    },
  }
}
