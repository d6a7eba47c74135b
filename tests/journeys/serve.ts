// A server of one's own for a journey: all of Rapport as it is started, but for the port, on an empty database.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#kernel/server/config.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { createLogger } from '#kernel/server/observe/logger.ts'
import { openOver } from '../../apps/open-app.ts'
import { serve as serveApp } from '../../apps/serve.ts'
import { ensurePage } from '../../scripts/build-page.ts'
import { testDatabaseOf } from '../kernel.ts'

export interface Served {
  readonly url: string
  readonly kernel: Kernel
  close(): Promise<void>
}

export async function serve(): Promise<Served> {
  await ensurePage()
  const folder = await mkdtemp(join(process.env.TEST_FOLDER ?? tmpdir(), 'app-'))
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' })
  const app = await openOver(config, createLogger({ level: config.logLevel }), await testDatabaseOf())
  const { url, close } = await serveApp(app)
  return {
    url,
    kernel: app.kernel,
    async close() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
