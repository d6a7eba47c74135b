// One process that serves: the API, the page and, unless workers do it elsewhere, the jobs.

import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { backupEndpoints } from '#kernel/server/backup/endpoints.ts'
import { bulkEndpoints } from '#kernel/server/bulk/endpoints.ts'
import { auditEndpoints } from '#kernel/server/changes/endpoints.ts'
import { liveTail } from '#kernel/server/changes/live-tail.ts'
import { chartEndpoints } from '#kernel/server/charts/endpoints.ts'
import { localUrl } from '#kernel/server/config.ts'
import { describe } from '#kernel/server/describe/describe.ts'
import { duplicateEndpoints } from '#kernel/server/duplicates/endpoints.ts'
import { fileEndpoints } from '#kernel/server/files/endpoints.ts'
import { firstStepsEndpoint, inviteStep, mailStep } from '#kernel/server/first-steps/first-steps.ts'
import { followEndpoints } from '#kernel/server/follow/endpoints.ts'
import { servePage } from '#kernel/server/http/page.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import { identity, isSetUp } from '#kernel/server/identity/identity.ts'
import { jobEndpoints } from '#kernel/server/jobs/endpoints.ts'
import { openLive } from '#kernel/server/live/live.ts'
import { openPresence, renewEvery } from '#kernel/server/live/presence.ts'
import { refresher } from '#kernel/server/live/refresh.ts'
import { liveEndpoints } from '#kernel/server/live/stream.ts'
import { outboxEndpoints } from '#kernel/server/mail/endpoints.ts'
import { noticeEndpoints } from '#kernel/server/notify/endpoints.ts'
import { hearNotices } from '#kernel/server/notify/notify.ts'
import { observeEndpoints } from '#kernel/server/observe/endpoints.ts'
import { healthEndpoints } from '#kernel/server/observe/health.ts'
import { createMetrics } from '#kernel/server/observe/metrics.ts'
import { recordEndpoints } from '#kernel/server/records/endpoints.ts'
import { settingEndpoints } from '#kernel/server/settings/endpoints.ts'
import { hearImports } from '#kernel/server/transfer/import/hear-imports.ts'
import { transfer } from '#kernel/server/transfer/transfer.ts'
import { parts } from '#modules/parts.ts'
import { commandEndpoint } from './commands/remote.ts'
import type { App } from './open-app.ts'
import { sayError } from './say-error.ts'

export interface Serving {
  readonly url: string
  readonly needsSetUp: boolean
  close(): Promise<void>
}

const pageFolder = join(import.meta.dirname, '..', 'dist', 'web')

export async function serve(app: App): Promise<Serving> {
  const { kernel, config, log, outside } = app
  const { publicUrl, words } = outside
  const metrics = createMetrics()
  const who = identity(kernel, { publicUrl })
  const refresh = refresher(kernel)
  const live = openLive(kernel, refresh)
  const presence = await openPresence(kernel, refresh)
  let draining = false

  const endpoints = [
    ...who.endpoints,
    ...recordEndpoints([...who.eventTables, ...parts.eventTables]),
    ...settingEndpoints(parts.settings),
    ...fileEndpoints,
    ...followEndpoints,
    ...noticeEndpoints(words),
    firstStepsEndpoint(words, [inviteStep, ...parts.firstSteps, mailStep(config.mailUrl !== null)]),
    ...outboxEndpoints(app.queue),
    ...chartEndpoints(words),
    ...auditEndpoints,
    ...backupEndpoints,
    ...jobEndpoints(app.queue),
    ...observeEndpoints(metrics, () => draining),
    ...healthEndpoints({
      queue: app.queue,
      readers: app.readers,
      dataDir: config.dataDir,
      sendsMail: config.mailUrl !== null,
    }),
    ...liveEndpoints(live, presence),
    ...transfer({ words }).endpoints,
    ...bulkEndpoints(words),
    ...duplicateEndpoints,
    ...parts.endpoints(outside),
  ]

  const server = await buildServer({
    kernel,
    words,
    publicUrl,
    trustedProxies: config.trustedProxies,
    origins: [],
    logger: log,
    authenticate: who.authenticate,
    observe: metrics.request,
    endpoints: [...endpoints, ...describe({ words, endpoints }).endpoints, commandEndpoint(app, sayError)],
  })
  await servePage(server, { folder: pageFolder, pages: parts.pages })
  const readers = await app.read()
  const stopTail = await liveTail(
    kernel,
    live.publish,
    error => log.error({ err: error }, 'live update failed'),
    () => live.size > 0,
  )
  const stopNotices = await hearNotices(kernel, live.notice)
  const stopImports = await hearImports(kernel, live.progress)
  const renewing = setInterval(
    () => void presence.renew().catch(error => log.error({ err: error }, 'presence failed')),
    renewEvery,
  )
  if (config.databaseUrl === null) await app.queue.start(kernel)

  await server.listen({ port: config.port, host: config.host, listenTextResolver: () => 'listening' })
  const url = localUrl(config.host, (server.server.address() as AddressInfo).port)
  kernel.database.announce(url)
  return {
    url,
    needsSetUp: !(await isSetUp(kernel.database.db)),
    /** Takes nothing new, ends what it has, and leaves the rest to others. */
    async close() {
      draining = true
      live.end()
      await server.close()
      await stopTail()
      await stopNotices()
      await stopImports()
      clearInterval(renewing)
      await presence.close()
      await readers.stop()
      await app.close()
    },
  }
}
