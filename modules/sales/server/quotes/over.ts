import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'

/** The day of the company decides, also before the job that marks what is over. */
export const isOver = ({ kernel, now }: Pick<Context, 'kernel' | 'now'>, valid_until: string | null) =>
  valid_until !== null && valid_until < dayIn(kernel.locale.zone, new Date(now))
