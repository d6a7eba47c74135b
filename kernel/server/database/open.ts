import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { openPostgres } from './postgres.ts'

export interface OpenOptions {
  /** Of a PostgreSQL, 15 or newer. Without it the embedded database runs in the folder. */
  readonly url?: string | undefined
  /** The embedded database's own. */
  readonly folder: string
  /** Most connections to PostgreSQL. */
  readonly max?: number
  /** How long to wait for one of them, in milliseconds. */
  readonly patience?: number
  /** What a new embedded database starts from, as `dump` made it. */
  readonly archive?: Uint8Array
  /** Hears of what broke and was mended: an idle connection lost, the embedded database opened again. */
  readonly report?: (error: Error) => void
}

export async function openDatabase({ url, folder, ...options }: OpenOptions): Promise<Database> {
  const report = options.report ?? (() => {})
  if (url) return await openPostgres({ url, max: options.max ?? 10, patience: options.patience ?? 10_000, report })
  return await openEmbedded({ folder, archive: options.archive, report })
}
