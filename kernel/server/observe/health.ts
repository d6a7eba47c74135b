import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { requireAdministrator } from '../access/administrator.ts'
import { readerStates } from '../changes/read.ts'
import type { Reader } from '../changes/readers.ts'
import { a, many, oneOf, orNull, says } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { Kernel } from '../kernel.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
)

interface Running {
  readonly queue: Pick<JobQueue, 'stats'>
  /** Who reads the change log. */
  readonly readers: readonly Pick<Reader, 'name'>[]
  /** The folder for everything kept on disk. */
  readonly dataDir: string
  readonly sendsMail: boolean
}

/** For whoever runs it, in the page: what runs, on what, and what falls behind. */
export const healthEndpoints = (running: Running) => [
  endpoint({
    method: 'GET',
    path: '/api/health',
    chapter: 'Operation',
    summary: 'Versions, database, queue, readers of the change log, disk',
    answer: says({
      version: a.text,
      node: a.text,
      uptime_seconds: a.whole,
      memory_bytes: a.whole,
      mail: oneOf('sent', 'kept'),
      database: says({ kind: a.text, version: orNull(a.text), size_bytes: orNull(a.number) }),
      jobs: says({ waiting: a.whole, running: a.whole, failed: a.whole, oldest_seconds: a.number }),
      readers: many({ name: a.text, behind_seconds: orNull(a.number) }),
      disk: says({ free_bytes: a.number, total_bytes: a.number }),
    }),
    async run({ kernel, principal }) {
      requireAdministrator(principal.actor)
      return { status: 200, body: await healthOf(kernel, running) }
    },
  }),
]

async function healthOf(kernel: Kernel, { queue, readers: reading, dataDir, sendsMail }: Running) {
  const names = reading.map(({ name }) => name)
  const [database, readers, jobs, disk] = await Promise.all([
    describeDatabase(kernel),
    readerStates(kernel.database.db, names, kernel.clock().toISOString()),
    queue.stats(),
    statfs(dataDir),
  ])
  const sum = (part: 'waiting' | 'running' | 'failed') => jobs.reduce((total, job) => total + job[part], 0)
  return {
    version,
    node: process.versions.node,
    uptime_seconds: Math.round(process.uptime()),
    memory_bytes: process.memoryUsage.rss(),
    mail: sendsMail ? 'sent' : 'kept',
    database,
    jobs: {
      waiting: sum('waiting'),
      running: sum('running'),
      failed: sum('failed'),
      oldest_seconds: Math.max(0, ...jobs.map(({ oldest }) => oldest)),
    },
    readers: readers.map(({ name, behind }) => ({ name, behind_seconds: behind })),
    disk: { free_bytes: disk.bavail * disk.bsize, total_bytes: disk.blocks * disk.bsize },
  }
}

async function describeDatabase({ database: { kind, db } }: Kernel) {
  const { rows } = await sql<{ version: string; size: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as size`.execute(
    db,
  )
  return { kind, version: rows[0]?.version ?? null, size_bytes: rows[0]?.size ?? null }
}
