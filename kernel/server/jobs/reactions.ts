import { systemActor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import type { Change } from '../changes/read.ts'
import type { Reader } from '../changes/readers.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import type { QueuePlan } from './queue-plan.ts'
import type { Claim } from './run-job.ts'

export const reactionQueue = 'kernel.react'

interface ReactionData extends Readonly<Record<string, unknown>> {
  readonly reaction: string
  readonly ids: readonly string[]
}

/** Reads the change log and enqueues what reacts to it, in the transaction that moves the cursor. */
export const reactionReader = (kernel: Kernel): Reader => ({
  name: 'reactions',
  read: (tx, changes) => kernel.queue.send(tx, reactionQueue, reactionsTo(kernel, changes)),
})

function reactionsTo({ behaviours: { reactions } }: Kernel, changes: readonly Change[]): ReactionData[] {
  return reactions.flatMap(({ name, object, event }) => {
    const ids = changes
      .filter(change => change.object === object && change.events.includes(event))
      .map(change => change.record_id)
    return occurrences(ids).map(group => ({ reaction: name, ids: group }))
  })
}

/** An event that befell a record twice is reacted to twice: each group names a record once. */
function occurrences(ids: readonly string[]): string[][] {
  const groups: string[][] = []
  const seen = new Map<string, number>()
  for (const id of ids) {
    const times = seen.get(id) ?? 0
    seen.set(id, times + 1)
    groups[times] ??= []
    groups[times].push(id)
  }
  return groups
}

export const reactionPlan: QueuePlan = {
  name: reactionQueue,
  ordered: false,
  retries: 10,
  retryDelay: 2,
  concurrency: 2,
  batch: 10,
  expires: 300,
  run: react,
}

/** The reaction and the end of its job are one transaction: what it writes is written once. */
async function react(kernel: Kernel, claim: Claim) {
  const { reaction: name, ids } = claim.data as ReactionData
  const reaction = kernel.behaviours.reactions.find(known => known.name === name)
  // A newer version may have declared it: it is tried again until such a process takes it.
  if (!reaction) throw new Error(`No reaction is called "${name}".`)
  claim.signal.throwIfAborted()
  try {
    await inContext(kernel, { actor: systemActor(kernel.locale), source: 'reaction' }, async ctx => {
      await reaction.run(ctx, ids)
      await claim.finish(ctx.db)
    })
  } catch (error) {
    if (claim.attempt === 0 || ids.length === 1) throw error
    await split(kernel, claim, name, ids)
  }
}

/** One record must not keep the others from being reacted to: what fails twice is halved until it stands alone. */
const split = (kernel: Kernel, claim: Claim, reaction: string, ids: readonly string[]) =>
  transact(kernel.database.db, async tx => {
    const middle = Math.ceil(ids.length / 2)
    const halves = [ids.slice(0, middle), ids.slice(middle)]
    await kernel.queue.send(
      tx,
      reactionQueue,
      halves.map(half => ({ reaction, ids: half })),
    )
    await claim.finish(tx)
  })
