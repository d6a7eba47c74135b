import type { App } from './open-app.ts'

/** One process that works: jobs and reactions, no HTTP. */
export async function work(app: App) {
  const readers = await app.read()
  await app.queue.start(app.kernel)
  return {
    async close() {
      await readers.stop()
      await app.close()
    },
  }
}
