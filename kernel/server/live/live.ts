import { canSee } from '../access/rights.ts'
import type { Change } from '../changes/read.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { dayIn } from '../records/day.ts'
import type { Model } from '../tables/model.ts'
import { audience, type Listener, owners } from './audience.ts'
import type { Refresh } from './refresh.ts'

/** What a listener is told of a change: which record, what happened, which fields; never a value. */
export interface LiveMessage {
  readonly object: string
  readonly id: string
  readonly version: number
  readonly events: readonly string[]
  readonly fields: readonly string[]
  readonly actor: string | null
  readonly batch: string
}

/** How far something that somebody began has come: of what kind, whose it is, and what is told of it. */
export interface Progress {
  readonly kind: string
  readonly user: string | null
  readonly id: string
}

/** How a listener is told. */
export interface Hearing {
  readonly send: (message: LiveMessage) => void
  /** Something new stands among their notifications. */
  readonly notice: () => void
  /** Something of theirs that takes long has come further. */
  readonly progress: (progress: Progress) => void
  readonly end: () => void
}

export interface Live {
  subscribe(principal: Principal, hearing: Hearing): () => void
  /** Hands on what was sealed; called by the tail of the change log. */
  publish(changes: readonly Change[]): Promise<void>
  /** Tells these people, where they listen, that they were told something. */
  notice(userIds: readonly string[] | 'everybody'): void
  /** Tells whoever began it. */
  progress(progress: Progress): void
  /** Ends every stream: the server is closing. */
  end(): void
  readonly size: number
}

/** Tells everyone who listens in this process what they may know of what happens in any. */
export function openLive(kernel: Kernel, refresh: Refresh): Live {
  const subscriptions = new Set<Subscription>()
  return {
    get size() {
      return subscriptions.size
    },
    subscribe(principal, hearing) {
      const subscription = new Subscription(kernel, principal, hearing)
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
    notice(userIds) {
      for (const { principal, hearing } of subscriptions)
        if (userIds === 'everybody' || userIds.includes(principal.actor.id ?? '')) hearing.notice()
    },
    progress(progress) {
      for (const { principal, hearing } of subscriptions)
        if (progress.user !== null && progress.user === principal.actor.id) hearing.progress(progress)
    },
    end() {
      for (const { hearing } of subscriptions) hearing.end()
      subscriptions.clear()
    },
    async publish(changes) {
      if (subscriptions.size === 0 || changes.length === 0) return
      await requireValid(subscriptions, changes, refresh)
      for (const [object, group] of Map.groupBy(changes, change => change.object)) {
        const model = kernel.models.find(object)
        if (model) await publishObject(kernel, model, group, [...subscriptions])
      }
    },
  }
}

class Subscription implements Listener {
  principal: Principal
  readonly hearing: Hearing
  readonly #kernel: Kernel

  constructor(kernel: Kernel, principal: Principal, hearing: Hearing) {
    this.#kernel = kernel
    this.principal = principal
    this.hearing = hearing
  }

  get seeing() {
    const { actor } = this.principal
    return { models: this.#kernel.models, actor, today: dayIn(actor.locale.zone, this.#kernel.clock()) }
  }
}

/** Nobody is told anything on the strength of a session or a right that has ended. */
async function requireValid(subscriptions: Set<Subscription>, changes: readonly Change[], refresh: Refresh) {
  const all = [...subscriptions]
  const fresh = await refresh(
    all.map(({ principal }) => principal),
    changes,
  )
  for (const [at, subscription] of all.entries()) {
    const principal = fresh[at]
    if (principal) subscription.principal = principal
    else {
      subscriptions.delete(subscription)
      subscription.hearing.end()
    }
  }
}

async function publishObject(
  kernel: Kernel,
  model: Model,
  changes: readonly Change[],
  subscriptions: readonly Subscription[],
) {
  const merged = mergeByRecord(changes)
  const seen = await audience(kernel.database.db, model, [...merged.keys()], subscriptions)
  for (const [subscription, ids] of seen)
    for (const id of ids) {
      const message = messageFor(subscription, model, merged.get(id) ?? [])
      if (message) subscription.hearing.send(message)
    }
  for (const change of changes)
    for (const subscription of formerOwners(model, change, subscriptions))
      if (!seen.get(subscription)?.has(change.record_id)) subscription.hearing.send(goneFor(model, change))
}

/** Who saw the record for being theirs, or their team's, before it went to somebody else. */
function formerOwners(model: Model, { before }: Change, subscriptions: readonly Subscription[]) {
  const former = model.object.owned ? before?.owner_id : undefined
  return typeof former === 'string' ? subscriptions.filter(one => owners(model, one).includes(former)) : []
}

/** To whoever saw it: that it is theirs no more, and nothing else. */
const goneFor = (model: Model, { record_id, version, batch }: Change): LiveMessage => ({
  object: model.name,
  id: record_id,
  version,
  events: ['gone'],
  fields: [],
  actor: null,
  batch,
})

const mergeByRecord = (changes: readonly Change[]) => Map.groupBy(changes, ({ record_id }) => record_id)

function messageFor(
  { principal: { actor } }: Subscription,
  model: Model,
  changes: readonly Change[],
): LiveMessage | undefined {
  const last = changes.at(-1)
  if (!last) return undefined
  const events = [...new Set(changes.flatMap(change => change.events))]
  const touched = [...new Set(changes.flatMap(({ after }) => Object.keys(after ?? {})))]
  const fields = touched.filter(name => name in model.fields && canSee(actor, model, name))
  const onlyHidden = events.every(event => event === 'updated') && touched.length > 0 && fields.length === 0
  if (onlyHidden) return undefined
  return {
    object: model.name,
    id: last.record_id,
    version: last.version,
    events,
    fields,
    actor: last.actor_id,
    batch: last.batch,
  }
}
