// A server that compares and merges, and says each transaction that it has committed: for killed.test.ts.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { parts } from '#modules/parts.ts'
import { hurry } from '../../../tests/hurry.ts'
import type { Place } from '../../../tests/killed.ts'
import { equipFields } from '../../fields/equip.ts'
import { openDatabase } from '../database/open.ts'
import { openStore } from '../files/open-store.ts'
import { openQueue } from '../jobs/queue.ts'
import { openKernel } from '../open-kernel.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { duplicateJobs } from './jobs.ts'

/** Does not work yet. */
export async function openServer(place: Place, wake = () => {}) {
  equipFields()
  const database = await openDatabase(place)
  const queue = await openQueue(database, duplicateJobs, { pace: { lease: place.url ? 2 : 30, look: 0.2 } })
  const kernel = await openKernel({
    ...parts,
    database,
    queue,
    secrets: openSecrets('a key for nothing but these tests'),
    store: openStore({ filesUrl: null, dataDir: join(place.folder, 'files') }),
    wake,
  })
  const calm = hurry(database.db)
  return {
    kernel,
    queue,
    async close() {
      calm()
      await queue.stop(0)
      await kernel.close()
      await database.close()
    },
  }
}

if (import.meta.main) {
  const { kernel, queue } = await openServer(JSON.parse(process.argv[2] ?? ''), () => void writeSync(1, 'committed\n'))
  await queue.start(kernel)
}
