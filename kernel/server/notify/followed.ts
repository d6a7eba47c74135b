import { sql } from 'kysely'
import { loadActors } from '../access/load-actor.ts'
import { canSee } from '../access/rights.ts'
import type { Seeing } from '../access/visible.ts'
import { aboutOf, followersAmong } from '../follow/followers.ts'
import { audience } from '../live/audience.ts'
import { dayIn } from '../records/day.ts'
import type { Model } from '../tables/model.ts'
import { isGiven } from './assignments.ts'
import type { ByHand, NoticeTelling } from './notice-reader.ts'
import { type Notice, notify, replaceUnread } from './notify.ts'

/** Tells those who follow a record what others did with it or wrote about it, as long as they may see both. */
export async function tellFollowers(telling: NoticeTelling, done: readonly ByHand[]) {
  const happenings = done.flatMap(change => happeningsOf(telling, change))
  const told: Told[] = []
  for (const [object, group] of Map.groupBy(happenings, happening => happening.object))
    told.push(...(await concerned(telling, telling.kernel.models.get(object), group)))
  for (const group of Map.groupBy(told, digest).values())
    for (const each of group.length > most ? [group] : Map.groupBy(group, sentence).values()) {
      const [first] = each as [Told]
      const notice = noticeOf(telling, first, new Set(each.map(({ id }) => id)).size)
      await replaceUnread(telling, first.user, notice)
      await notify(telling, [first.user], notice)
    }
}

/** Beyond it, what was done to many together is one sentence. */
const most = 3

interface Happening {
  /** The record that is followed. */
  readonly object: string
  readonly id: string
  readonly event: string
  readonly change: ByHand
  /** What was written about it. */
  readonly written: Model | undefined
}
interface Told extends Happening {
  readonly user: string
}

const digest = ({ user, object, event, written, change }: Told) =>
  [user, object, event, written?.name, change.actor_id, change.batch].join()
const sentence = ({ id }: Told) => id

function happeningsOf({ kernel }: NoticeTelling, change: ByHand): Happening[] {
  const model = kernel.models.find(change.object)
  if (!model) return []
  const { object, record_id: id, events } = change
  if (events.includes('created'))
    return aboutOf(model, change.after ?? {}).flatMap(target =>
      kernel.models.find(target.object)
        ? [{ object: target.object, id: target.id, event: 'written', change, written: model }]
        : [],
    )
  const event = events.find(name => name !== 'updated') ?? 'updated'
  return event === 'purged' ? [] : [{ object, id, event, change, written: undefined }]
}

/** Each happening with each follower who may know of it. */
async function concerned(telling: NoticeTelling, model: Model, happenings: readonly Happening[]): Promise<Told[]> {
  const ids = [...new Set(happenings.map(({ id }) => id))]
  const { rows } = await sql<{ record_id: string; user_id: string }>`${followersAmong(model, ids)}`.execute(telling.db)
  if (rows.length === 0) return []
  const listeners = await listenersOf(telling, [...new Set(rows.map(({ user_id }) => user_id))])
  const seen = await audience(telling.db, model, ids, listeners)
  const pairs = rows.flatMap(({ record_id, user_id }) => {
    const listener = listeners.find(({ user }) => user === user_id)
    return listener && seen.get(listener)?.has(record_id) ? [{ record_id, listener }] : []
  })
  const told = happenings.flatMap(happening =>
    pairs
      .filter(({ record_id }) => record_id === happening.id)
      .filter(({ listener }) => mayKnow(model, happening, listener))
      .map(({ listener }) => ({ happening, listener })),
  )
  const readers = await readersOfWritten(telling, told)
  return told
    .filter(({ happening, listener }) => readers(happening, listener))
    .map(({ happening, listener }) => ({ ...happening, user: listener.user }))
}

interface Listener {
  readonly user: string
  readonly seeing: Seeing
}

async function listenersOf({ kernel, db }: NoticeTelling, users: readonly string[]): Promise<Listener[]> {
  const actors = await loadActors(db, users, kernel.locale)
  return actors.map(actor => ({
    user: actor.id ?? '',
    seeing: { models: kernel.models, actor, today: dayIn(actor.locale.zone, kernel.clock()) },
  }))
}

/** Not their own doing, not what they were told already, and not a change of what is hidden from them. */
function mayKnow(model: Model, { change, event, written }: Happening, { user, seeing: { actor } }: Listener) {
  if (change.actor_id === user || (isGiven(change) && change.after.owner_id === user)) return false
  const touched = Object.keys(change.after ?? {})
  return (
    written !== undefined ||
    event !== 'updated' ||
    touched.some(name => name in model.fields && canSee(actor, model, name))
  )
}

/** Who sees a record need not see everything that was written about it. */
async function readersOfWritten({ db }: NoticeTelling, told: readonly { happening: Happening; listener: Listener }[]) {
  const seen = new Map<Model, Map<Listener, ReadonlySet<string>>>()
  for (const [written, group] of Map.groupBy(told, ({ happening }) => happening.written))
    if (written)
      seen.set(
        written,
        await audience(
          db,
          written,
          [...new Set(group.map(({ happening }) => happening.change.record_id))],
          [...new Set(group.map(({ listener }) => listener))],
        ),
      )
  return ({ written, change }: Happening, listener: Listener) =>
    written === undefined || seen.get(written)?.get(listener)?.has(change.record_id) === true
}

/** The words are made when it is read: of an event by the declaration, of what was written by its label. */
function noticeOf({ whoOf }: NoticeTelling, { object, id, event, written, change }: Told, count: number): Notice {
  const who = whoOf(change.actor_id)
  const about = { object, id: count === 1 ? id : null }
  if (count > 1) return { code: 'notice.followed-many', params: { ...who, count }, about }
  if (written) return { code: 'notice.written', params: { ...who, what: written.name }, about }
  const code = codes[event]
  return code ? { code, params: who, about } : { code: 'notice.event', params: { ...who, event }, about }
}

const codes: Readonly<Record<string, string>> = {
  updated: 'notice.changed',
  deleted: 'notice.deleted',
  restored: 'notice.restored',
}
