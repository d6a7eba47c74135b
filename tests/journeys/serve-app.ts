// All of Rapport as it is started, on an embedded database of its own: with jobs, mail that is kept, and settings.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#kernel/server/config.ts'
import { openApp } from '../../apps/open-app.ts'
import { serve } from '../../apps/serve.ts'
import { ensurePage } from '../../scripts/build-page.ts'

export async function serveApp() {
  await ensurePage()
  const folder = await mkdtemp(join(process.env.TEST_FOLDER ?? tmpdir(), 'app-'))
  const app = await openApp(readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }))
  const serving = await serve(app)
  return {
    url: serving.url,
    kernel: app.kernel,
    async close() {
      await serving.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
