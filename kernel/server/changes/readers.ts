import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import { addReader, type Change, readerStates } from './read.ts'
import { type ReaderLoop, startReader } from './reader-loop.ts'
import { changedChannel, sealedChannel } from './seal.ts'
import { type SealerPace, sealerPace, startSealer } from './sealer.ts'

/** Somebody who reads every change once, in order, and remembers in the database how far. */
export interface Reader {
  readonly name: string
  /** Where it starts when it is new. */
  readonly from?: 'beginning' | 'now'
  /** Runs in the transaction that moves the cursor; may run again when that fails. Thin: what takes long goes to a job. */
  readonly read: (tx: Tx, changes: readonly Change[]) => Promise<void>
}

export interface Readers {
  /** Something was written: to be called after the commit. */
  wake(): void
  stop(): Promise<void>
}

export interface ReaderOptions {
  readonly report?: (error: unknown, facts: { readonly reader?: string }) => void
  readonly pace?: Partial<SealerPace>
}

/** Seals and reads in this process; in how many others that happens too makes no difference. */
export async function startReaders(
  kernel: Kernel,
  readers: readonly Reader[],
  { report = () => {}, pace }: ReaderOptions = {},
): Promise<Readers> {
  const { database, clock } = kernel
  for (const { name, from = 'beginning' } of readers) await addReader(database.db, name, from, clock().toISOString())
  const loops: ReaderLoop[] = []
  let stir = () => {}
  const stopSealed = await database.listen(sealedChannel, () => {
    for (const loop of loops) loop.hear()
    stir()
  })
  loops.push(...readers.map(reader => startReader(kernel, reader, error => report(error, { reader: reader.name }))))
  const sealer = startSealer(
    kernel,
    { ...sealerPace, ...pace },
    () => wakeThoseBehind(kernel, loops),
    error => report(error, {}),
  )
  stir = sealer.stir
  const stopChanged = await database.listen(changedChannel, sealer.wake)
  return {
    wake: sealer.wake,
    async stop() {
      await Promise.all([stopSealed(), stopChanged()])
      await sealer.stop()
      await Promise.all(loops.map(loop => loop.stop()))
    },
  }
}

/** A process that died, a word that was lost: who leads no reader looks whether it is left behind. */
async function wakeThoseBehind({ database, clock }: Kernel, loops: readonly ReaderLoop[]) {
  if (loops.length === 0) return
  const names = loops.map(({ name }) => name)
  const states = await readerStates(database.db, names, clock().toISOString()).catch(() => [])
  const behind = new Set(states.filter(state => state.behind > 0).map(({ name }) => name))
  for (const loop of loops) if (behind.has(loop.name)) loop.wake()
}

/** For a process that writes and ends, such as a command: wakes the sealers of the servers. */
export const tellSealers = (kernel: Kernel) => sql`select pg_notify(${changedChannel}, '')`.execute(kernel.database.db)
