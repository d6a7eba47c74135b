// Runs an import and says each slice only when it is committed: for killed.test.ts.
import { writeSync } from 'node:fs'
import { parts } from '#modules/parts.ts'
import { equipFields } from '../../../fields/equip.ts'
import { openDatabase } from '../../database/open.ts'
import { diskStore } from '../../files/disk-store.ts'
import { openKernel } from '../../open-kernel.ts'
import { openSecrets } from '../../secrets/secrets.ts'
import { importChannel } from '../tables.ts'
import { runImport } from './run.ts'

const [, , folder = '', files = '', id = '', url] = process.argv
equipFields()
const database = await openDatabase({ folder, ...(url ? { url } : {}) })
const kernel = await openKernel({
  ...parts,
  database,
  queue: { send: async () => {} },
  secrets: openSecrets('only for this test'),
  store: diskStore(files),
})
await database.listen(importChannel, payload => void (payload && writeSync(1, `${JSON.parse(payload).rows}\n`)))
writeSync(1, 'begun\n')
await runImport({ kernel, signal: new AbortController().signal }, id)
process.exit(0)
