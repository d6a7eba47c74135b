import type { Database } from '../database/database.ts'
import type { AnySetting, SettingValues } from './setting.ts'
import { readSettings, settingsChannel } from './settings.ts'

export interface LiveSettings<L extends readonly AnySetting[]> {
  /** As they are now, without a query: it may be asked for inside a transaction. */
  current(): SettingValues<L>
  /** Hears each change, whichever server made it; answers with how to stop. */
  onChange(hear: (values: SettingValues<L>) => void): () => void
  refresh(): Promise<void>
  close(): Promise<void>
}

/** The settings kept in memory, and read again when any server writes one. */
export async function openSettings<const L extends readonly AnySetting[]>(
  database: Pick<Database, 'db' | 'listen'>,
  list: L,
): Promise<LiveSettings<L>> {
  const ears = new Set<(values: SettingValues<L>) => void>()
  let values = await readSettings(database.db, list)
  let last = Promise.resolve()
  const refreshUnheard = () => void refresh().catch(keepOld)
  const stop = await database.listen(settingsChannel, refreshUnheard)
  // What was written before anybody listened.
  await refresh()

  return {
    current: () => values,
    onChange(hear) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
    refresh,
    async close() {
      await stop()
      await last.catch(keepOld)
    },
  }

  // One after the other, or an earlier answer could come last and stay.
  function refresh() {
    last = last.catch(keepOld).then(load)
    return last
  }

  async function load() {
    const read = await readSettings(database.db, list)
    if (JSON.stringify(read) === JSON.stringify(values)) return
    values = read
    for (const hear of ears) hear(values)
  }
}

/** While the database is away the last known settings hold. */
const keepOld = () => {}
