import type { Step } from './object.ts'

/** What is planned next for a record. */
export interface NextStep {
  readonly object: string
  readonly id: string
  readonly title: string
  /** A day, or a moment; null where it is planned for no time. */
  readonly at: string | null
}

/** By which it is asked for, and how a record that has it along calls it. */
export const nextStepName = 'next_step'

/** Who may not see one of these cannot tell what comes next. */
export const stepFields = ({ about, at, time, where }: Step): readonly string[] => [
  about,
  at,
  ...(time ? [time] : []),
  ...Object.keys(where),
]
