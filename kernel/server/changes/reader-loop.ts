import type { Kernel } from '../kernel.ts'
import { mostAtOnce, type Place, readOn, samePlace } from './read.ts'
import type { Reader } from './readers.ts'
import { Sleeper } from './sleeper.ts'

const firstPause = 500
const longestPause = 60_000
const longest = 2 ** 31 - 1

export interface ReaderLoop {
  readonly name: string
  /** Something was sealed. */
  hear(): void
  /** The reader is behind. */
  wake(): void
  stop(): Promise<void>
}

/**
 * Reads on whenever it hears that something was sealed. Of several processes the one that read last reads next,
 * and the others leave it to that one until the reader falls behind.
 */
export function startReader(kernel: Kernel, { name, read }: Reader, report: (error: unknown) => void): ReaderLoop {
  const sleeper = new Sleeper()
  let leads = true
  let mine: Place | undefined
  let pause = 0
  const ended = run()

  async function run() {
    while (!sleeper.stopped) {
      const found = await step()
      if (found === 'failed') await sleeper.rest(pause)
      else if (found < mostAtOnce) await sleeper.sleep(longest)
    }
  }

  async function step(): Promise<number | 'failed'> {
    try {
      const reading = await readOn(kernel.database.db, name, kernel.clock().toISOString(), read)
      pause = 0
      if (reading === 'busy') leads = false
      else leads = reading.count > 0 || mine === undefined || samePlace(mine, reading.place)
      if (reading === 'busy') return 0
      mine = reading.place
      return reading.count
    } catch (error) {
      report(error)
      pause = Math.min(longestPause, pause * 2 + firstPause)
      return 'failed'
    }
  }

  return {
    name,
    hear() {
      if (leads) sleeper.wake()
    },
    wake: () => sleeper.wake(),
    async stop() {
      sleeper.stop()
      await ended
    },
  }
}
