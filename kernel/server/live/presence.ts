// Who looks at which record now: said from server to server by the database's notify, and kept nowhere.

import { sql } from 'kysely'
import { may } from '../access/rights.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { dayIn } from '../records/day.ts'
import { audience } from './audience.ts'
import type { Refresh } from './refresh.ts'

export interface Spot {
  readonly object: string
  readonly id: string
}

/** Looks at it, or writes in it. */
export interface Stay extends Spot {
  readonly editing: boolean
}

/** The others who are there. */
export interface Present extends Spot {
  readonly people: readonly { readonly id: string; readonly name: string; readonly editing: boolean }[]
}

export interface Presence {
  /** A line that listens in this process; answers with how to let it go. */
  hold(line: string, principal: Principal, tell: (present: Present) => void): () => void
  /** Whoever has the line came to a record that they were found to see, began or ended writing in it, or left. Any process may be told. */
  move(line: string, { actor }: Principal, at: Stay | null): Promise<void>
  /** Says again who is here, leaves out who may not be any more, and forgets those of whom nobody spoke for long. */
  renew(): Promise<void>
  close(): Promise<void>
}

interface Word {
  readonly line: string
  readonly user: string
  readonly name: string
  readonly at: Stay | null
}
interface Held {
  readonly line: string
  readonly principal: Principal
  readonly tell: (present: Present) => void
}
interface Known extends Word {
  readonly at: Stay
  readonly heardAt: number
}

const channel = 'presence'
export const renewEvery = 15_000
/** A server that died says nothing of those who left with it. */
const forgottenAfter = 40_000

export async function openPresence(kernel: Kernel, refresh: Refresh): Promise<Presence> {
  const held = new Map<string, Held>()
  const known = new Map<string, Known>()
  const { db } = kernel.database
  const stop = await kernel.database.listen(channel, text => {
    // A word was lost.
    if (text === '') void renew().catch(() => {})
    else hear(JSON.parse(text) as Word)
  })

  function hear(word: Word) {
    const before = known.get(keyOf(word))?.at
    if (word.at) known.set(keyOf(word), { ...word, at: word.at, heardAt: kernel.clock().getTime() })
    else known.delete(keyOf(word))
    if (!isSame(before, word.at)) {
      if (before) tellAll(before)
      if (word.at) tellAll(word.at)
    } else if (word.at && before?.editing !== word.at.editing) tellAll(word.at)
  }

  /** Whoever is there hears who else is. */
  function tellAll(at: Spot) {
    const there = [...known.values()].filter(each => isSame(each.at, at))
    for (const { line, principal, tell } of held.values()) {
      const user = principal.actor.id
      if (!there.some(each => each.line === line && each.user === user)) continue
      const others = may(principal.actor, kernel.models.get('user'), 'read')
        ? there.filter(each => each.user !== user)
        : []
      tell({ object: at.object, id: at.id, people: peopleIn(others) })
    }
  }

  const say = (words: readonly Word[]) =>
    sql`select pg_notify(${channel}, w) from unnest(${words.map(word => JSON.stringify(word))}::text[]) as w`.execute(
      db,
    )

  const spotOf = ({ line, principal }: Held) => known.get(keyOf({ line, user: principal.actor.id ?? '' }))?.at

  async function renew() {
    const now = kernel.clock().getTime()
    const here = [...held.values()].flatMap(one => {
      const at = spotOf(one)
      return at ? [{ ...one, at }] : []
    })
    if (here.length) await say(await still(here))
    for (const [key, { at, heardAt }] of known) if (now - heardAt > forgottenAfter && known.delete(key)) tellAll(at)
  }

  /** With the rights that they have now. */
  async function still(here: readonly (Held & { readonly at: Stay })[]): Promise<Word[]> {
    const fresh = await refresh(
      here.map(({ principal }) => principal),
      [],
    )
    const listeners = here.flatMap((one, at) => {
      const actor = fresh[at]?.actor
      if (!actor) return []
      return [{ one, seeing: { models: kernel.models, actor, today: dayIn(actor.locale.zone, kernel.clock()) } }]
    })
    const staying = new Set<Held>()
    for (const [object, group] of Map.groupBy(listeners, ({ one }) => one.at.object)) {
      const model = kernel.models.find(object)
      if (!model) continue
      const seen = await audience(db, model, [...new Set(group.map(({ one }) => one.at.id))], group)
      for (const listener of group) if (seen.get(listener)?.has(listener.one.at.id)) staying.add(listener.one)
    }
    return here.flatMap(one => {
      const now = spotOf(one)
      // Whoever moved meanwhile has said so.
      return isSame(now, one.at) && now ? [wordOf(one, staying.has(one) ? now : null)] : []
    })
  }

  return {
    renew,
    hold(line, principal, tell) {
      const one: Held = { line, principal, tell }
      held.set(line, one)
      return () => {
        if (held.delete(line) && spotOf(one)) void say([wordOf(one, null)]).catch(() => {})
      }
    },
    async move(line, principal, at) {
      await say([wordOf({ line, principal }, at)])
    },
    close: stop,
  }
}

/** Whoever has several pages open is one person, who writes if they do in any. */
const peopleIn = (known: readonly Known[]) =>
  [...Map.groupBy(known, ({ user }) => user)].map(([id, pages]) => ({
    id,
    name: pages[0]?.name ?? '',
    editing: pages.some(({ at }) => at.editing),
  }))

const wordOf = ({ line, principal: { actor } }: Pick<Held, 'line' | 'principal'>, at: Stay | null): Word => ({
  line,
  user: actor.id ?? '',
  name: actor.name,
  at,
})

/** Nobody speaks for the line of somebody else. */
const keyOf = ({ line, user }: Pick<Word, 'line' | 'user'>) => `${line} ${user}`

const isSame = (one: Spot | null | undefined, other: Spot | null | undefined) =>
  one?.object === other?.object && one?.id === other?.id
