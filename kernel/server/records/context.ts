import type { FilterOf } from '../../schema/filter.ts'
import type { ActionOf, Draft, EventOf, Given, InnerPatch, ObjectShape, Row } from '../../schema/object.ts'
import type { Actor } from '../access/actor.ts'
import type { Seeing } from '../access/visible.ts'
import type { Tx } from '../database/database.ts'
import type { EnqueueOptions } from '../jobs/queue.ts'
import type { Kernel } from '../kernel.ts'
import type { Notice } from '../notify/notify.ts'

export type Source = 'page' | 'api' | 'import' | 'job' | 'reaction' | 'undo' | 'command' | 'sample'

/** A record as the kernel holds it, whatever its object. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number }

/**
 * Who does what, when, and in which transaction: everything that reads or writes records takes one.
 *
 * The verbs are for the code of modules. Whoever called was authorised for what they do; what the code then
 * writes is its own doing, recorded in the caller's name. Only `do` asks for permission again. A write does not wait
 * for the database: what it refuses, such as a value that must be unique, fails whatever comes next.
 */
export interface Context extends Seeing {
  readonly kernel: Kernel
  readonly db: Tx
  readonly actor: Actor
  readonly source: Source
  /** What was done together, and is undone together. */
  readonly batch: string
  readonly now: string
  readonly today: string
  /** Runs once the transaction is committed: for what this process remembers, never for what others must do. */
  readonly afterCommit: (() => Promise<void>)[]

  /** Records that a filter finds, locked; not narrowed to what the caller sees. */
  find<O extends ObjectShape>(object: O, where: FilterOf<O>): Promise<Row<O>[]>
  byIds<O extends ObjectShape>(object: O, ids: readonly string[]): Promise<Row<O>[]>
  create<O extends ObjectShape>(object: O, drafts: readonly Draft<O>[]): Promise<Row<O>[]>
  update<O extends ObjectShape>(
    object: O,
    rows: readonly Row<O>[],
    patch: InnerPatch<O>,
    event?: EventOf<O>,
  ): Promise<Row<O>[]>
  updateEach<O extends ObjectShape>(object: O, edits: readonly RowEdit<O>[], event?: EventOf<O>): Promise<Row<O>[]>
  /** Derived fields alone: nobody is told. */
  derive<O extends ObjectShape>(object: O, edits: readonly RowEdit<O>[]): Promise<void>
  remove<O extends ObjectShape>(object: O, rows: readonly Row<O>[]): Promise<void>
  do<O extends ObjectShape, A extends ActionOf<O>>(
    object: O,
    action: A,
    ids: readonly string[],
    input: ActionInput<O, A>,
  ): Promise<Row<O>[]>
  /** Set while what points to records that become one, or part again, follows them: it is the same thing by another id. */
  readonly follows?: true
  /** The same, for writes that follow from what somebody put into a field: what the database refuses is said of it. */
  blaming(field: string): Context
  readonly blamed?: string
  /** Refuses when there are offenders, and names the first. */
  refuse(code: string, offenders: readonly { readonly id: string }[]): void
  enqueue(job: string, data: Readonly<Record<string, unknown>>, options?: EnqueueOptions): Promise<void>
  notify(userIds: readonly string[], notice: Notice): Promise<void>
}

export interface RowEdit<O extends ObjectShape> {
  readonly row: Row<O>
  readonly patch: InnerPatch<O>
}

export type ActionInput<O extends ObjectShape, A extends ActionOf<O>> = O['actions'][A] extends {
  readonly input: infer I extends ObjectShape['fields']
}
  ? Given<I>
  : Record<never, never>

export interface Doing {
  readonly actor: Actor
  readonly source: Source
  readonly batch?: string
}
