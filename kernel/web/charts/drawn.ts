import type { Plot } from './plot.ts'
import type { Writing } from './say-value.ts'

export interface DrawnProps {
  readonly plot: Plot
  readonly writing: Writing
  /** What the whole chart is called. */
  readonly label: string
  readonly width: number
  readonly height: number
}
