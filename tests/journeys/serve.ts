// A server of one's own for a journey: everything but the command line, on an empty database.

import { liveTail } from '#kernel/server/changes/live-tail.ts'
import { startReaders } from '#kernel/server/changes/readers.ts'
import { describe } from '#kernel/server/describe/describe.ts'
import { fileEndpoints } from '#kernel/server/files/endpoints.ts'
import { firstStepsEndpoint, inviteStep, mailStep } from '#kernel/server/first-steps/first-steps.ts'
import { followEndpoints } from '#kernel/server/follow/endpoints.ts'
import { servePage } from '#kernel/server/http/page.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import { identity } from '#kernel/server/identity/identity.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { openLive } from '#kernel/server/live/live.ts'
import { openPresence, renewEvery } from '#kernel/server/live/presence.ts'
import { refresher } from '#kernel/server/live/refresh.ts'
import { liveEndpoints } from '#kernel/server/live/stream.ts'
import { noticeEndpoints } from '#kernel/server/notify/endpoints.ts'
import { noticeReader } from '#kernel/server/notify/notice-reader.ts'
import { hearNotices } from '#kernel/server/notify/notify.ts'
import { recordEndpoints } from '#kernel/server/records/endpoints.ts'
import { settingEndpoints } from '#kernel/server/settings/endpoints.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { firstSteps } from '#modules/first-steps.ts'
import { parts } from '#modules/parts.ts'
import { ensurePage } from '../../scripts/build-page.ts'
import { testKernel } from '../kernel.ts'

export interface Served {
  readonly url: string
  readonly kernel: Kernel
  close(): Promise<void>
}

export async function serve(): Promise<Served> {
  await ensurePage()
  const kernel = await testKernel()
  const words = collectWords(parts.words)
  const publicUrl = 'http://127.0.0.1'
  const who = identity(kernel, { publicUrl })
  const refresh = refresher(kernel)
  const live = openLive(kernel, refresh)
  const presence = await openPresence(kernel, refresh)
  const others = [
    ...who.endpoints,
    ...recordEndpoints(who.eventTables),
    ...fileEndpoints,
    ...followEndpoints,
    ...settingEndpoints,
    ...noticeEndpoints(words),
    firstStepsEndpoint(words, [inviteStep, ...firstSteps, mailStep(false)]),
    ...liveEndpoints(live, presence),
  ]
  const endpoints = [...others, ...describe({ words, endpoints: others }).endpoints]
  const server = await buildServer({ kernel, words, endpoints, authenticate: who.authenticate, origins: [], publicUrl })
  await servePage(server, { folder: new URL('../../dist/web', import.meta.url).pathname })
  const readers = await startReaders(kernel, [noticeReader(kernel)])
  const stopTail = await liveTail(kernel, live.publish)
  const stopNotices = await hearNotices(kernel, live.notice)
  const renewing = setInterval(() => void presence.renew().catch(() => {}), renewEvery)
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    kernel,
    async close() {
      live.end()
      await server.close()
      await stopTail()
      await stopNotices()
      clearInterval(renewing)
      await presence.close()
      await readers.stop()
      await kernel.close()
      await kernel.database.close()
    },
  }
}
