import type { Row } from '#kernel/schema/object.ts'
import type { task } from '../planned.ts'

type RemindBefore = Row<typeof task>['reminder']

const minutes: Readonly<Record<Exclude<RemindBefore, 'none' | null>, number>> = {
  m0: 0,
  m10: 10,
  m30: 30,
  h1: 60,
  d1: 1440,
}

/** When one is reminded, in milliseconds; undefined for who does not want to be. */
export const remindAt = (before: RemindBefore, at: number) =>
  before === null || before === 'none' ? undefined : at - minutes[before] * 60_000
