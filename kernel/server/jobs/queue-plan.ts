import type { Job } from '../actions/behaviours.ts'
import type { Kernel } from '../kernel.ts'
import { type Claim, runJob } from './run-job.ts'

/** One queue, as the declaration of its job asks for it. */
export interface QueuePlan {
  readonly name: string
  readonly ordered: boolean
  readonly cron?: string | undefined
  readonly zone?: string | undefined
  readonly retries: number
  readonly retryDelay: number
  readonly concurrency: number
  readonly batch: number
  readonly expires: number
  readonly run: (kernel: Kernel, claim: Claim) => Promise<void>
}

/** How often things are looked at, in seconds. Tests are in more of a hurry than servers. */
export interface Pace {
  /** After so long without a sign from its process, a job that runs is given to another. */
  readonly lease: number
  /** Between looks of pg-boss itself at what has run out. */
  readonly supervise: number
  /** Between looks at what is due by the calendar. */
  readonly cron: number
  /** Between looks at what is waiting: for delays, repeats, wakes that were lost, and leases that ran out. */
  readonly look: number
}

export const defaultPace: Pace = { lease: 10, supervise: 30, cron: 30, look: 5 }
/** Nobody else could take over; and a sign may have to wait there behind a long statement. */
export const embeddedPace: Pace = { ...defaultPace, lease: 60 }

export const planOf = (job: Job): QueuePlan => ({
  name: job.name,
  ordered: job.options.ordered ?? false,
  cron: job.options.cron,
  zone: job.options.zone,
  retries: job.options.retries ?? 5,
  retryDelay: job.options.retryDelay ?? 5,
  concurrency: job.options.concurrency ?? 1,
  batch: job.options.batch ?? 1,
  expires: job.options.expires ?? 900,
  run: runJob(job),
})

/** A job of the calendar runs once at a time, on all servers together, and waits once at most. */
export const policyOf = ({ ordered, cron }: Pick<QueuePlan, 'ordered' | 'cron'>) => {
  if (ordered) return 'key_strict_fifo'
  return cron ? 'stately' : 'standard'
}

const hour = 3600
const day = 24 * hour

export const longestRetryDelay = hour

/** What failed is kept so long; in an ordered queue, where it holds up what comes after it, until somebody decides. */
export const keptFor = ({ ordered }: Pick<QueuePlan, 'ordered'>) => (ordered ? 0 : 30 * day)
