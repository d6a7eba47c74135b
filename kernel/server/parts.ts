import type { AnyObject } from '../schema/object.ts'
import type { Behaviour, Job } from './actions/behaviours.ts'
import type { EventTable } from './changes/event-table.ts'
import type { Reader } from './changes/readers.ts'
import type { FirstStep } from './first-steps/first-steps.ts'
import type { Endpoint } from './http/endpoint.ts'
import type { Kernel } from './kernel.ts'
import type { Mailer } from './mail/mailer.ts'
import type { AnySetting } from './settings/setting.ts'
import type { TableSpec } from './tables/define-table.ts'
import type { ModuleWords, Words } from './words/words.ts'

/** Everything that the modules bring, as one value. */
export interface Parts {
  readonly objects: readonly AnyObject[]
  readonly behaviours: readonly Behaviour[]
  /** Tables that are no objects: high volume, written in batches by their module. */
  readonly tables: readonly TableSpec[]
  /** Those of them that tell what happened to records. */
  readonly eventTables: readonly EventTable[]
  readonly words: readonly ModuleWords[]
  /** What the company decides about them. */
  readonly settings: readonly AnySetting[]
  readonly firstSteps: readonly FirstStep[]
  /** Jobs that talk to the world; those that do not are behaviours. */
  readonly jobs: (outside: Outside) => readonly Job[]
  /** What is answered beside the routes of the objects. */
  readonly endpoints: (outside: Outside) => readonly Endpoint[]
  /** Pages of their own, by the address at which they are opened. */
  readonly pages: Readonly<Record<`/${string}`, string>>
  /** Who else reads each change once, in order. */
  readonly readers: (kernel: Kernel) => readonly Reader[]
}

/** What there is around the kernel: how one sends mail, how one is reached, what is said in which language. */
export interface Outside {
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly words: Words
}
