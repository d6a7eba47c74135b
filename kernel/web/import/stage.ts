import { isMoving, type Status } from './imports.ts'

/** The part of an import that stands in the address; without one, it is where the import is. */
export const stages = ['columns', 'preview', 'mend'] as const
export type Stage = (typeof stages)[number]
export type Shown = Stage | 'progress' | 'end'

interface At {
  readonly status: Status
  readonly failed: number
}

/** What is shown of an import: what the address asks for, if the import has it by now. */
export function shownStage(at: At, asked: Stage | undefined): Shown {
  if (isMoving(at)) return 'progress'
  if (at.status === 'new') return 'columns'
  if (asked === 'mend' && at.failed > 0) return 'mend'
  if (at.status === 'checked') return asked === 'columns' ? 'columns' : 'preview'
  return 'end'
}

export const readStage = (value: unknown): Stage | undefined => stages.find(stage => stage === value)
