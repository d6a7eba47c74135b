// What modules add to the declarations: handlers of actions, rules, consequences, reactions and jobs. Each is a
// value that a module lists; nothing registers itself.

import type { ActionOf, AnyObject, EventOf, InputOf, ObjectShape, Row } from '../../schema/object.ts'
import type { RuleMoment } from '../records/around.ts'
import type { AnyRow, Context } from '../records/context.ts'

export interface Handler {
  readonly kind: 'handler'
  readonly object: string
  readonly action: string
  readonly run: (
    ctx: Context,
    rows: readonly AnyRow[],
    input: Readonly<Record<string, unknown>>,
  ) => Promise<readonly AnyRow[]>
}

export interface Draft {
  readonly before: AnyRow | null
  readonly after: AnyRow
}

export interface Rule {
  readonly kind: 'rule'
  readonly object: string
  readonly moments: readonly RuleMoment[]
  /** Refuses, or answers with what to add to each draft. */
  readonly run: (
    ctx: Context,
    drafts: readonly Draft[],
    moment: RuleMoment,
  ) => Promise<readonly Readonly<Record<string, unknown>>[] | undefined>
}

export interface Consequence {
  readonly kind: 'consequence'
  readonly object: string
  readonly events: readonly string[]
  readonly run: (ctx: Context, drafts: readonly Draft[]) => Promise<void>
}

export interface Reaction {
  readonly kind: 'reaction'
  readonly name: string
  readonly object: string
  readonly event: string
  readonly run: (ctx: Context, ids: readonly string[]) => Promise<void>
}

export interface Job {
  readonly kind: 'job'
  readonly name: string
  readonly options: JobOptions
  readonly run: (ctx: JobCtx, data: Readonly<Record<string, unknown>>) => Promise<void>
}

export interface JobOptions {
  /** A cron expression, in the company's time zone unless `zone` says otherwise. */
  readonly cron?: string
  readonly zone?: string
  readonly retries?: number
  /** Seconds before the first retry; doubles each time. */
  readonly retryDelay?: number
  /** How many run at once in one process. */
  readonly concurrency?: number
  /** Seconds after which a run that does not end is given up and tried again. */
  readonly expires?: number
  /**
   * Each is sent with a key, and those of one key run one after the other in the order in which they were sent.
   * One that failed for good holds up its key until somebody tries it again or discards it.
   */
  readonly ordered?: boolean
  /** Sends a mail to the `email` in its data: where it fails, it stands among the mail that did not go. */
  readonly mails?: true
  /** How many a process takes from the queue at a time, to run them one by one: for many short jobs. */
  readonly batch?: number
}

/** A job may run twice, when its process ends in the middle. What it has done it must find in the database. */
export interface JobCtx extends Pick<Context, 'kernel' | 'actor' | 'source' | 'batch' | 'now' | 'today'> {
  /** Runs one transaction; a long job takes many short ones. */
  readonly transaction: <T>(run: (ctx: Context) => Promise<T>) => Promise<T>
  /** Runs the last transaction, which also ends the job: what is written in it is written once. */
  readonly finish: <T>(run: (ctx: Context) => Promise<T>) => Promise<T>
  /** Says that the process stops, that time is up, or that another process has taken over. */
  readonly signal: AbortSignal
}

export type Behaviour = Handler | Rule | Consequence | Reaction | Job

type DraftOf<O extends ObjectShape> = { readonly before: Row<O> | null; readonly after: Row<O> }

// Behind these five functions the kernel is untyped over objects; in front of them each module sees its own types.

export function handle<O extends ObjectShape, A extends ActionOf<O>>(
  object: O,
  action: A,
  run: (ctx: Context, rows: readonly Row<O>[], input: InputOf<O, A>) => Promise<readonly Row<O>[]>,
): Handler {
  return { kind: 'handler', object: object.name, action, run: run as unknown as Handler['run'] }
}

export function rule<O extends ObjectShape>(
  object: O,
  moments: readonly RuleMoment[],
  run: (
    ctx: Context,
    drafts: readonly DraftOf<O>[],
    moment: RuleMoment,
  ) => Promise<readonly Partial<Row<O>>[] | undefined>,
): Rule {
  return { kind: 'rule', object: object.name, moments, run: run as unknown as Rule['run'] }
}

export function consequence<O extends ObjectShape>(
  object: O,
  events: readonly EventOf<O>[],
  run: (ctx: Context, drafts: readonly DraftOf<O>[]) => Promise<void>,
): Consequence {
  return { kind: 'consequence', object: object.name, events, run: run as unknown as Consequence['run'] }
}

/** After commit, at least once, as the system, once per event and name. */
export function on<O extends ObjectShape>(
  object: O,
  event: EventOf<O>,
  name: string,
  run: (ctx: Context, ids: readonly string[]) => Promise<void>,
): Reaction {
  return { kind: 'reaction', name: `${object.name}.${event}.${name}`, object: object.name, event, run }
}

export const defineJob = (name: string, options: JobOptions, run: Job['run']): Job => ({
  kind: 'job',
  name,
  options,
  run,
})

export interface Behaviours {
  readonly all: readonly Behaviour[]
  handler(object: string, action: string): Handler
  rules(object: string, moment: RuleMoment): readonly Rule[]
  consequences(object: string, events: readonly string[]): readonly Consequence[]
  readonly reactions: readonly Reaction[]
  readonly jobs: readonly Job[]
}

/** Checks in plain words that every action has its handler, and that nothing speaks of what does not exist. */
export function collectBehaviours(objects: readonly AnyObject[], all: readonly Behaviour[]): Behaviours {
  const problems = [...missingHandlers(objects, all), ...strangers(objects, all), ...twice(all)]
  if (problems.length) throw new Error(`The modules do not fit together:\n- ${problems.join('\n- ')}`)
  const handlers = new Map(of(all, 'handler').map(handler => [`${handler.object}.${handler.action}`, handler]))
  const rules = Map.groupBy(of(all, 'rule'), ({ object }) => object)
  const consequences = Map.groupBy(of(all, 'consequence'), ({ object }) => object)
  return {
    all,
    reactions: of(all, 'reaction'),
    jobs: of(all, 'job'),
    rules: (object, moment) => (rules.get(object) ?? none).filter(({ moments }) => moments.includes(moment)),
    consequences: (object, events) =>
      (consequences.get(object) ?? none).filter(found => found.events.some(event => events.includes(event))),
    handler(object, action) {
      const handler = handlers.get(`${object}.${action}`)
      if (!handler) throw new Error(`No handler for ${object}.${action}.`)
      return handler
    },
  }
}

const none: never[] = []
const of = <K extends Behaviour['kind']>(all: readonly Behaviour[], kind: K) =>
  all.filter((behaviour): behaviour is Extract<Behaviour, { kind: K }> => behaviour.kind === kind)

const missingHandlers = (objects: readonly AnyObject[], all: readonly Behaviour[]) =>
  objects.flatMap(object =>
    Object.keys(object.actions).flatMap(action => {
      const count = of(all, 'handler').filter(
        handler => handler.object === object.name && handler.action === action,
      ).length
      return count === 1
        ? []
        : [
            `The action ${object.name}.${action} has ${count === 0 ? 'no handler' : `${count} handlers`}; it needs exactly one.`,
          ]
    }),
  )

function strangers(objects: readonly AnyObject[], all: readonly Behaviour[]) {
  const byName = new Map(objects.map(object => [object.name, object]))
  return all.flatMap(behaviour => {
    if (behaviour.kind === 'job') return []
    const object = byName.get(behaviour.object)
    if (!object) return [`A ${behaviour.kind} speaks of the object "${behaviour.object}", which is not registered.`]
    if (behaviour.kind === 'handler' && !(behaviour.action in object.actions))
      return [`A handler speaks of ${object.name}.${behaviour.action}, which is not declared.`]
    return []
  })
}

function twice(all: readonly Behaviour[]) {
  const names = all.flatMap(behaviour => ('name' in behaviour ? [behaviour.name] : []))
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map(name => `Two jobs or reactions are called "${name}".`)
}
