import type { Figure } from '../../schema/chart.ts'
import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { type Plot, type Slice, sizeOf } from './plot.ts'
import type { Writing } from './say-value.ts'
import { shortened, textWidth } from './text-width.ts'

/** Groups one under the other, each as long as its number. */
export function Bars({ plot, writing, label, width, height }: DrawnProps) {
  const { slices, series } = plot
  const row = Math.min(44, Math.max(26, Math.floor(height / Math.max(1, slices.length))))
  const names = Math.min(Math.max(...slices.map(slice => textWidth(slice.label))) + 12, width * 0.4)
  const numbers = Math.max(...slices.map(({ figure }) => textWidth(writing.short(figure.value)))) + 12
  const room = Math.max(20, width - names - numbers)
  // All the others together would dwarf each of those that are told apart: they are a number without a bar.
  const compared = slices.filter(({ id }) => id !== 'others')
  const most = Math.max(...compared.map(slice => Math.abs(sizeOf(slice.figure.value))), 0)
  const longIn = (slice: Slice) => (figure: Figure | undefined) =>
    most && figure && slice.id !== 'others' ? (Math.abs(sizeOf(figure.value)) / most) * room : 0
  const thick = Math.min(18, row - 10)
  const hasTones = slices.some(({ colour }) => !colour.startsWith('var(--chart-'))
  return (
    <svg width={width} height={row * slices.length} aria-label={label} onKeyDown={goAlong}>
      {slices.map((slice, at) => (
        <g key={slice.id} transform={`translate(0 ${at * row})`}>
          <Mark
            figure={slice.figure}
            label={slice.label}
            value={writing.full(slice.figure.value)}
            className={styles.row}
            told="within"
          >
            <rect className={styles.hit} width={width} height={row} rx={4} />
            <text className={styles.name} x={0} y={row / 2} dominantBaseline="central">
              {shortened(slice.label, names - 12)}
              <tspan className={styles.colon}>{': '}</tspan>
            </text>
            {series.length === 0 && (
              <rect
                className={styles.bar}
                x={names}
                y={(row - thick) / 2}
                width={Math.max(longIn(slice)(slice.figure), slice.figure.value && slice.id !== 'others' ? 2 : 0)}
                height={thick}
                rx={3}
                fill={hasTones || slice.colour === 'var(--chart-rest)' ? slice.colour : 'var(--chart-1)'}
              />
            )}
            <text
              className={styles.number}
              x={names + stackedWidth(plot, at, longIn(slice)) + 8}
              y={row / 2}
              dominantBaseline="central"
            >
              {writing.short(slice.figure.value)}
            </text>
          </Mark>
          <Stack
            plot={plot}
            at={at}
            slice={slice}
            x={names}
            y={(row - thick) / 2}
            thick={thick}
            long={longIn(slice)}
            writing={writing}
          />
        </g>
      ))}
    </svg>
  )
}

const stackedWidth = ({ series, cell, slices }: Plot, at: number, long: (figure: Figure | undefined) => number) =>
  series.length ? series.reduce((sum, _, part) => sum + long(cell(at, part)), 0) : long(slices[at]?.figure)

interface StackProps {
  readonly plot: Plot
  readonly at: number
  readonly slice: Slice
  readonly x: number
  readonly y: number
  readonly thick: number
  readonly long: (figure: Figure | undefined) => number
  readonly writing: Writing
}

/** The second field's groups, end to end. */
function Stack({ plot, at, slice, x, y, thick, long, writing }: StackProps) {
  let from = x
  return plot.series.map((part, place) => {
    const figure = plot.cell(at, place)
    const length = long(figure)
    const start = from
    from += length
    return figure && length > 0 ? (
      <Mark
        key={part.id}
        figure={figure}
        label={`${slice.label}, ${part.label}`}
        value={writing.full(figure.value)}
        className={styles.part}
      >
        <rect x={start} y={y} width={Math.max(1, length - 1.5)} height={thick} rx={2} fill={part.colour} />
      </Mark>
    ) : null
  })
}
