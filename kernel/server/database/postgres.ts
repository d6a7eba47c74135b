import pg from 'pg'
import { Refused } from '../../schema/refused.ts'
import type { Database } from './database.ts'
import { Listener } from './listener.ts'
import { kyselyOver, unreachable } from './pool.ts'
import { planning, sessionSettings } from './session-settings.ts'
import { refuseInside } from './transact.ts'

const least = 15

interface PostgresOptions {
  readonly url: string
  readonly max: number
  readonly patience: number
  readonly report: (error: Error) => void
}

export async function openPostgres({ url, max, patience, report }: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    ...sessionSettings,
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: patience,
    // The pool waits for what it answers with: dates and days must mean the same everywhere.
    onConnect: client => client.query(`set time zone 'UTC'; set datestyle to iso; ${planning}`),
  })
  pool.on('error', report)
  // Without a hearer, a connection lost in the middle of a transaction would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  await checkVersion(pool)
  const db = kyselyOver(pool)
  const listening = { connectionString: url, application_name: 'rapport listener', connectionTimeoutMillis: patience }
  const listener = new Listener(listening, report)
  return {
    kind: 'postgres',
    db,
    async listen(channel, hear) {
      refuseInside()
      return await listener.listen(channel, hear)
    },
    announce() {},
    async close() {
      await listener.close()
      await pool.end()
    },
  }
}

async function checkVersion(pool: pg.Pool) {
  const answer = await pool.query("select current_setting('server_version') as version").catch(async error => {
    await pool.end()
    throw unreachable(error)
  })
  const version = String(answer.rows[0]?.version)
  if (Number.parseInt(version, 10) >= least) return
  await pool.end()
  throw new Refused('database.too-old', { version, least })
}
