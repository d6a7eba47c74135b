import type { Kernel } from '../kernel.ts'
import { type Sealing, seal } from './seal.ts'
import { Sleeper } from './sleeper.ts'

/** In milliseconds. */
export interface SealerPace {
  /** Between two seals: under load, what is written meanwhile is sealed together. */
  readonly gather: number
  /** Between looks for what other processes wrote without waking anybody: lately there was something, or not. */
  readonly lively: number
  readonly quiet: number
}

export const sealerPace: SealerPace = { gather: 40, lively: 250, quiet: 5000 }

/** How long after something happened a process looks more often. */
const liveliness = 10_000
const longestWait = 250
const longestOutage = 10_000

interface Sealer {
  /** Something was written here. */
  wake(): void
  /** Something is going on elsewhere. */
  stir(): void
  stop(): Promise<void>
}

/** Seals as soon as it is woken, and looks now and then, at the readers too. */
export function startSealer(
  kernel: Kernel,
  pace: SealerPace,
  lookAtReaders: () => Promise<void>,
  report: (error: unknown) => void,
): Sealer {
  const sleeper = new Sleeper()
  let lively = performance.now()
  let looked = lively
  let wait = 0
  const ended = run()

  async function run() {
    while (!sleeper.stopped) {
      const sealing = await attempt()
      if (performance.now() - looked >= betweenLooks()) {
        await lookAtReaders()
        looked = performance.now()
      }
      await pauseAfter(sealing)
    }
  }

  async function attempt(): Promise<Sealing | 'failed'> {
    try {
      return await seal(kernel.database.db, kernel.clock().toISOString())
    } catch (error) {
      report(error)
      return 'failed'
    }
  }

  const betweenLooks = () => (performance.now() - lively < liveliness ? pace.lively : pace.quiet)

  async function pauseAfter(sealing: Sealing | 'failed') {
    if (sealing === 'busy' || sealing === 'failed') {
      // Who seals now may have begun before our change: ask again soon, and each time a little later.
      wait = Math.min(sealing === 'busy' ? longestWait : longestOutage, wait * 2 + 5)
      return sleeper.rest(wait)
    }
    wait = 0
    if (sealing === 'nothing') return sleeper.sleep(betweenLooks())
    lively = performance.now()
    return sleeper.rest(pace.gather)
  }

  return {
    wake() {
      lively = performance.now()
      sleeper.wake()
    },
    stir() {
      const slept = betweenLooks() === pace.quiet
      lively = performance.now()
      if (slept) sleeper.wake()
    },
    async stop() {
      sleeper.stop()
      await ended
    },
  }
}
