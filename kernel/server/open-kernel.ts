import type { Locale } from '../schema/field-type.ts'
import type { AnyObject } from '../schema/object.ts'
import { objectBehaviours } from '../objects/server.ts'
import { type Behaviour, collectBehaviours } from './actions/behaviours.ts'
import type { Database } from './database/database.ts'
import type { Queue } from './jobs/queue.ts'
import type { Kernel } from './kernel.ts'
import { newId } from './new-id.ts'
import { companySettings } from './settings/company.ts'
import { openSettings } from './settings/live-settings.ts'
import type { TableSpec } from './tables/define-table.ts'
import { buildModels } from './tables/model.ts'

/** Everything that the modules bring, as one value. */
export interface Parts {
  readonly objects: readonly AnyObject[]
  readonly behaviours: readonly Behaviour[]
  readonly tables: readonly TableSpec[]
}

interface OpenKernel extends Parts {
  readonly database: Database
  readonly queue: Queue
  readonly clock?: () => Date
  readonly wake?: () => void
}

/** Puts a kernel together over a migrated database. */
export async function openKernel({ database, objects, behaviours, tables, queue, clock = () => new Date(), wake = () => {} }: OpenKernel): Promise<Kernel> {
  const settings = await openSettings(database, companySettings)
  const models = buildModels(objects)
  const locale = (): Locale => {
    const { language, time_zone, country, currency } = settings.current()
    return { language, zone: time_zone, country, currency }
  }
  return {
    database,
    queue,
    clock,
    wake,
    tables,
    models,
    newId: () => newId(clock().getTime()),
    behaviours: collectBehaviours(objects, [...objectBehaviours, ...behaviours]),
    get locale() {
      return locale()
    },
  }
}

