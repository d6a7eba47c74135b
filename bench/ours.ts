// Ours: the real server in a process of its own, as `serve` puts it together.

import { equipFields } from '#kernel/fields/equip.ts'
import { auditEndpoints } from '#kernel/server/changes/endpoints.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import { authenticator } from '#kernel/server/identity/authenticate.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import { recordEndpoints } from '#kernel/server/records/endpoints.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { parts } from '#modules/parts.ts'

equipFields()
const dataDir = process.env.DATA_DIR ?? '/tmp'
const database = await openDatabase({ url: process.env.DATABASE_URL, folder: `${dataDir}/database` })
const kernel = await openKernel({
  ...parts,
  database,
  queue: { send: async () => {} },
  secrets: openSecrets('a key for nothing but this bench'),
  store: openStore({ filesUrl: null, dataDir }),
})
const server = await buildServer({
  kernel,
  words: collectWords(),
  endpoints: [...recordEndpoints([]), ...auditEndpoints],
  authenticate: authenticator(kernel),
  origins: [],
  publicUrl: 'http://bench.test',
})
await server.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: server.addresses()[0]?.port })
process.once('SIGTERM', () => process.exit(0))
