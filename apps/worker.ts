import { startReaders } from '#kernel/server/changes/readers.ts'
import { reactionReader } from '#kernel/server/jobs/reactions.ts'
import { noticeReader } from '#kernel/server/notify/notice-reader.ts'
import type { App } from './open-app.ts'

/** One process that works: jobs and reactions, no HTTP. */
export async function work(app: App) {
  const { kernel, queue, log } = app
  const readers = await startReaders(kernel, [reactionReader(kernel), noticeReader(kernel)], {
    report: error => log.error({ err: error }, 'a reader failed'),
  })
  app.wake = readers.wake
  await queue.start(kernel)
  return {
    async close() {
      await readers.stop()
      await app.close()
    },
  }
}
