// What the long runs have in common: changes to many records, comparisons, imports.

import { systemActor } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import type { Doing } from '../records/context.ts'

export type RunStatus = 'running' | 'done' | 'cancelled' | 'failed'

/** Cut off so often without anything done between: it is the run that does it. */
export const patience = 5

export const asJob = ({ locale }: Kernel): Doing => ({ actor: systemActor(locale), source: 'job' })

interface Counted {
  readonly status: RunStatus
  readonly total: number
  readonly done: number
  readonly worked_ms: number
}

/** How far it has come, for a page. */
export function progressOf({ status, total, done, worked_ms }: Counted) {
  const share = status === 'done' ? 1 : total > 0 ? Math.min(1, done / total) : 0
  return { share, seconds_left: status === 'running' ? secondsLeft(share, worked_ms) : null }
}

/** At the pace so far; nobody knows before something is done. */
export const secondsLeft = (share: number, worked_ms: number) =>
  share > 0 && worked_ms > 0 ? Math.round((worked_ms / 1000 / share) * (1 - share)) : null
