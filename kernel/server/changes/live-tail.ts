import type { Kernel } from '../kernel.ts'
import { type Change, mostAtOnce, sealedAfter, sealedNow } from './read.ts'
import { sealedChannel } from './seal.ts'
import { Sleeper } from './sleeper.ts'

/** For the word that was lost. */
const look = 5000
const pauseAfterFailure = 500

/** Hears every change that is sealed from now on, in order, as long as this process lives; nothing is remembered. */
export async function liveTail(
  kernel: Kernel,
  hear: (changes: readonly Change[]) => void | Promise<void>,
  report: (error: unknown) => void = () => {},
  /** While nobody does, changes are passed over unread. */
  isHeard: () => boolean = () => true,
): Promise<() => Promise<void>> {
  const sleeper = new Sleeper()
  const { db } = kernel.database
  const unlisten = await kernel.database.listen(sealedChannel, () => sleeper.wake())
  let place = await sealedNow(db)
  const ended = run()

  async function run() {
    while (!sleeper.stopped) {
      const changes = await next().catch(report)
      if (changes?.length) await tell(changes)
      if (!changes) await sleeper.rest(pauseAfterFailure)
      else if (changes.length < mostAtOnce) await sleeper.sleep(look)
    }
  }

  async function next(): Promise<readonly Change[]> {
    if (isHeard()) return sealedAfter(db, place)
    const now = await sealedNow(db)
    // Who began to listen meanwhile misses nothing: for them it is read from the old place.
    if (isHeard()) return sealedAfter(db, place)
    place = now
    return []
  }

  async function tell(changes: readonly Change[]) {
    try {
      await hear(changes)
    } catch (error) {
      report(error)
    }
    place = changes.at(-1) ?? place
  }

  return async () => {
    sleeper.stop()
    await unlisten()
    await ended
  }
}
