// One line for each thing measured, printed when it is known.

export interface Line {
  readonly work: string
  readonly connections?: number
  readonly ours: string
  readonly floor?: string
  readonly ratio?: number
  readonly target?: string
  /** Undefined: stated, nothing is asked of it. */
  readonly ok?: boolean
}

export interface Report {
  section(title: string): void
  line(line: Line): void
  /** What stands below its target. */
  readonly below: readonly Line[]
}

export function openReport(write: (text: string) => void): Report {
  const below: Line[] = []
  return {
    below,
    section(title) {
      write(`\n${title}\n${row(['work', 'conn', 'ours', 'floor', 'ratio', 'target', ''])}\n`)
    },
    line(line) {
      if (line.ok === false) below.push(line)
      write(`${row(cells(line))}\n`)
    },
  }
}

const cells = ({ work, connections, ours, floor = '', ratio, target = '', ok }: Line) => [
  work,
  connections === undefined ? '' : String(connections),
  ours,
  floor,
  ratio === undefined ? '' : ratio.toFixed(2),
  target,
  ok === undefined ? '' : ok ? 'ok' : 'BELOW',
]

const widths = [58, 4, 20, 20, 6, 14, 5]
const row = (texts: readonly string[]) =>
  texts.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' ')

export const perSecond = (value: number) =>
  `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)}/s`
export const milliseconds = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`
export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
