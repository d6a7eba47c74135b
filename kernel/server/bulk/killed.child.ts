// Goes on with a run and says what it has done only when that is committed: for killed.test.ts.
import { writeSync } from 'node:fs'
import { parts } from '#modules/parts.ts'
import { equipFields } from '../../fields/equip.ts'
import { openDatabase } from '../database/open.ts'
import { diskStore } from '../files/disk-store.ts'
import { openKernel } from '../open-kernel.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { runBulk } from './run.ts'

const [, , folder = '', files = '', id = ''] = process.argv
equipFields()
const database = await openDatabase({ folder })
const kernel = await openKernel({
  ...parts,
  database,
  queue: { send: async () => {} },
  secrets: openSecrets('only for this test'),
  store: diskStore(files),
  wake: () => writeSync(1, 'committed\n'),
})
writeSync(1, 'begun\n')
await runBulk({ kernel, signal: new AbortController().signal }, id)
process.exit(0)
