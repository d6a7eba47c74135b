import { objectBehaviours } from '../objects/server.ts'
import type { Locale } from '../schema/field-type.ts'
import { collectBehaviours } from './actions/behaviours.ts'
import { customFieldBehaviours, schemaChannel } from './custom/behaviours.ts'
import { readCustomFields } from './custom/read-custom.ts'
import type { Database } from './database/database.ts'
import { forgetPrepared } from './database/hot.ts'
import { outside } from './database/transact.ts'
import type { FileStore } from './files/file-store.ts'
import type { Queue } from './jobs/queue.ts'
import type { Kernel } from './kernel.ts'
import { newId } from './new-id.ts'
import type { Parts } from './parts.ts'
import type { Secrets } from './secrets/secrets.ts'
import { companySettings } from './settings/company.ts'
import { openSettings } from './settings/live-settings.ts'
import { buildModels } from './tables/model.ts'
import { requireSound } from './tables/sound.ts'

interface OpenKernel extends Pick<Parts, 'objects' | 'behaviours' | 'tables'> {
  readonly database: Database
  readonly queue: Queue
  readonly secrets: Secrets
  readonly store: FileStore
  readonly clock?: () => Date
  readonly wake?: () => void
}

/** Puts a kernel together over a migrated database. */
export async function openKernel({
  database,
  objects,
  behaviours,
  tables,
  queue,
  secrets,
  store,
  clock = () => new Date(),
  wake = () => {},
}: OpenKernel): Promise<Kernel> {
  requireSound(objects)
  const settings = await openSettings(database, companySettings)
  let version = 0
  let models = buildModels(objects, await readCustomFields(database.db), version)
  // One after the other, so that what was read last is what stands.
  let reading = Promise.resolve()
  const readModels = () => {
    reading = reading
      .catch(() => {})
      .then(async () => {
        forgetPrepared()
        models = buildModels(objects, await readCustomFields(database.db), ++version)
      })
    return reading
  }
  const stopListening = await database.listen(schemaChannel, () => outside(() => void readModels().catch(() => {})))
  const locale = (): Locale => {
    const { language, time_zone, country, currency } = settings.current()
    return { language, zone: time_zone, country, currency }
  }
  return {
    database,
    queue,
    secrets,
    store,
    clock,
    wake,
    tables,
    get models() {
      return models
    },
    readModels,
    newId: () => newId(clock().getTime()),
    behaviours: collectBehaviours(objects, [...objectBehaviours, ...customFieldBehaviours, ...behaviours]),
    get locale() {
      return locale()
    },
    async close() {
      await stopListening()
      await settings.close()
      await reading.catch(() => {})
    },
  }
}
