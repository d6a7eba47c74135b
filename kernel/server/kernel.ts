import type { Locale } from '../schema/field-type.ts'
import type { Behaviours } from './actions/behaviours.ts'
import type { Database } from './database/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { Queue } from './jobs/queue.ts'
import type { Secrets } from './secrets/secrets.ts'
import type { TableSpec } from './tables/define-table.ts'
import type { Models } from './tables/model.ts'

/** One running Rapport: the declarations as they are now, what modules do with them, and the database. */
export interface Kernel {
  readonly database: Database
  /** The declarations with the fields added at run time; another object after each change of the schema. */
  readonly models: Models
  readonly behaviours: Behaviours
  /** Tables that are no objects. */
  readonly tables: readonly TableSpec[]
  readonly queue: Queue
  readonly secrets: Secrets
  readonly store: FileStore
  readonly clock: () => Date
  readonly newId: () => string
  /** How the company writes dates, numbers and money. */
  readonly locale: Locale
  /** Reads the fields added at run time again, here and now. */
  readonly readModels: () => Promise<void>
  readonly close: () => Promise<void>
  /** Called after each commit that wrote changes. */
  readonly wake: () => void
}
