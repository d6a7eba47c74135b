import { type RawBuilder, sql } from 'kysely'
import type { ObjectShape } from '../../schema/object.ts'
import { Refused } from '../../schema/refused.ts'
import { systemActor } from '../access/actor.ts'
import type { Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { always, compileFilter } from '../filter/compile.ts'
import { parseFilter } from '../filter/parse.ts'
import type { Kernel } from '../kernel.ts'
import { notify } from '../notify/notify.ts'
import type { AnyRow, Context, Doing } from '../records/context.ts'
import { dayIn } from '../records/day.ts'
import { deriveRecords } from '../records/derive.ts'
import { complete } from '../records/edge.ts'
import { loadByIds, loadWhere } from '../records/load.ts'
import { trashRecords } from '../records/remove.ts'
import { insertRecords, updateRecords } from '../records/write.ts'
import { act } from './act.ts'

/** Runs in one transaction and wakes the readers of the change log when it is committed. */
export async function inContext<T>(kernel: Kernel, doing: Doing, run: (ctx: Context) => Promise<T>): Promise<T> {
  const { result, ctx } = await transact(kernel.database.db, async tx => {
    const opened = openContext(kernel, tx, doing)
    return { result: await run(opened), ctx: opened }
  })
  kernel.wake()
  for (const after of ctx.afterCommit) await after()
  return result
}

export function openContext(kernel: Kernel, db: Tx, { actor, source, batch = kernel.newId() }: Doing): Context {
  const instant = kernel.clock()
  const here = {
    kernel,
    db,
    actor,
    source,
    batch,
    models: kernel.models,
    now: instant.toISOString(),
    today: dayIn(actor.locale.zone, instant),
    afterCommit: [],
  }
  return withVerbs(here)
}

function withVerbs(here: Facts): Context {
  const ctx: Context = { ...here, ...verbs(() => ctx), blaming: field => withVerbs({ ...here, blamed: field }) }
  return ctx
}

type Verb =
  | 'find'
  | 'byIds'
  | 'create'
  | 'update'
  | 'updateEach'
  | 'derive'
  | 'remove'
  | 'do'
  | 'enqueue'
  | 'notify'
  | 'refuse'
type Verbs = Pick<Context, Verb>
type Facts = Omit<Context, Verb | 'blaming'>

// The kernel is untyped over objects; here the types that a module sees meet what the kernel returns.
function verbs(self: () => Context): Verbs {
  const model = (object: ObjectShape) => self().models.get(object.name)
  const plain = (rows: unknown) => rows as readonly AnyRow[]
  return {
    find: async (object, where) => (await loadWhere(self(), model(object), matching(self(), object, where))) as never,
    byIds: async (object, ids) => (await loadByIds(self(), model(object), ids)) as never,
    create: async (object, drafts) => {
      const rows = drafts.map(draft => complete(self(), model(object), draft))
      return (await insertRecords(self(), model(object), rows)) as never
    },
    update: async (object, rows, patch, event) => {
      const edits = plain(rows).map(row => ({ row, patch }))
      return (await updateRecords(self(), model(object), edits, event ? [event] : [])) as never
    },
    updateEach: async (object, edits, event) =>
      (await updateRecords(self(), model(object), edits as never, event ? [event] : [])) as never,
    derive: (object, edits) => deriveRecords(self(), model(object), edits as never),
    remove: async (object, rows) => void (await trashRecords(self(), model(object), plain(rows))),
    do: async (object, action, ids, input) => (await act(self(), model(object), action, ids, input)) as never,
    enqueue: (job, data, options) => self().kernel.queue.send(self().db, job, [data], options),
    notify: (userIds, notice) => notify(self(), userIds, notice),
    refuse(code, offenders) {
      if (offenders.length) throw new Refused(code, { count: offenders.length, id: offenders[0]?.id })
    },
  }
}

function matching(ctx: Context, object: ObjectShape, where: unknown): RawBuilder<unknown> {
  const eyes = systemActor(ctx.actor.locale)
  const node = parseFilter(where, ctx.models.get(object.name), { models: ctx.models, actor: eyes })
  const condition = compileFilter(node, 't', {
    visible: () => always,
    today: ctx.today,
    zone: eyes.locale.zone,
    currency: eyes.locale.currency,
  })
  return sql`t.deleted_at is null and ${condition}`
}
