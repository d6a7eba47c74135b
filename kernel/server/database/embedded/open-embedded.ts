import { chmodSync, mkdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import pg from 'pg'
import type { Database } from '../database.ts'
import { Hearers } from '../hearers.ts'
import { kyselyOver } from '../pool.ts'
import { planning, sessionSettings } from '../session-settings.ts'
import { refuseInside } from '../transact.ts'
import { dumpFolder } from './dump.ts'
import { openEngine } from './engine.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { Wire } from './wire.ts'

export interface EmbeddedOptions {
  /** Undefined: in memory, for tests. */
  readonly folder?: string | undefined
  readonly archive?: Uint8Array | undefined
  readonly report: (error: Error) => void
  readonly statementTimeout?: number
  readonly idleTimeout?: number
}

export async function openEmbedded({ folder, archive, report, ...limits }: EmbeddedOptions): Promise<Database> {
  const lock = folder ? takeFolder(folder) : undefined
  try {
    return await openLocked({ folder, archive, report, ...limits }, lock)
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** Closed to others before anything is in it: PGlite makes files that everybody may write. */
function takeFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return lockFolder(folder)
}

async function openLocked({ folder, archive, report, ...limits }: EmbeddedOptions, lock: FolderLock | undefined) {
  const engine = await openEngine({ folder, archive }, report)
  const hearers = new Hearers(report)
  const pool = new pg.Pool({
    ...sessionSettings,
    statement_timeout: limits.statementTimeout ?? sessionSettings.statement_timeout,
    idle_in_transaction_session_timeout: limits.idleTimeout ?? sessionSettings.idle_in_transaction_session_timeout,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    pipeline: true,
    idleTimeoutMillis: 0,
    stream: () => new Wire(engine),
    onConnect: client => listenAgain(client, hearers),
  })
  pool.on('error', report)
  pool.on('connect', client => {
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => hearers.tell(channel, payload))
  })
  const database: Database = {
    kind: 'embedded',
    db: kyselyOver(pool),
    async listen(channel, hear) {
      refuseInside()
      hearers.add(channel, hear)
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`)
      return async () => {
        if (hearers.remove(channel, hear)) await pool.query(`unlisten ${pg.escapeIdentifier(channel)}`)
      }
    },
    announce: url => lock?.announce(url),
    async dump() {
      refuseInside()
      return folder ? await dumpFolder(folder, pool) : Readable.from([await engine.dump()])
    },
    async close() {
      await pool.end()
      await engine.close()
      lock?.release()
    },
  }
  return database
}

/** A new session hears nothing yet; what the last one would still have heard is looked for. */
async function listenAgain(client: pg.ClientBase, hearers: Hearers) {
  await client.query(planning)
  for (const channel of hearers.channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  hearers.tellAll()
}
