import type { Figure } from '../../schema/chart.ts'
import { Axes, frameOf } from './Axes.tsx'
import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { sizeOf, ticksOf } from './plot.ts'

interface Line {
  readonly id: string
  readonly label: string
  readonly colour: string
  readonly at: (slice: number) => Figure | undefined
}

/** How a number goes; one line for each group of the second field. */
export function Lines({ plot, writing, label, width, height }: DrawnProps) {
  const slices = plot.slices.filter(({ id }) => id !== 'others' && id !== 'null')
  const offset = plot.slices.findIndex(({ id }) => id === slices[0]?.id)
  const lines: Line[] = plot.series.length
    ? plot.series.map((part, place) => ({ ...part, at: slice => plot.cell(slice + offset, place) }))
    : [{ id: 'all', label: '', colour: 'var(--chart-1)', at: slice => slices[slice]?.figure }]
  const isGapless = typeof plot.total.value === 'object' || plot.total.value === plot.total.count
  const size = (line: Line, at: number) => {
    const figure = line.at(at)
    return figure
      ? figure.value === null
        ? undefined
        : sizeOf(figure.value)
      : plot.series.length && isGapless
        ? 0
        : undefined
  }
  const sizes = lines.flatMap(line => slices.map((_, at) => size(line, at) ?? 0))
  const ticks = ticksOf(Math.min(...sizes), Math.max(...sizes), Math.max(2, Math.floor(height / 44)))
  const frame = frameOf(width, height, ticks.map(writing.tick))
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const y = (of: number) => frame.bottom - ((of - low) / (high - low)) * (frame.bottom - frame.top)
  const step = (frame.right - frame.left - 12) / Math.max(1, slices.length - 1)
  const x = (at: number) => (slices.length === 1 ? (frame.left + frame.right) / 2 : frame.left + 6 + step * at)
  const path = (line: Line) =>
    pathOf(
      slices
        .map((_, at) => [x(at), size(line, at)] as const)
        .map(([px, of]) => (of === undefined ? undefined : ([px, y(of)] as const))),
    )
  const [only] = lines
  return (
    <svg width={width} height={height} aria-label={label} onKeyDown={goAlong}>
      <Axes frame={frame} ticks={ticks} tick={writing.tick} y={y} slices={slices} x={x} />
      {only && lines.length === 1 && slices.length > 1 && (
        <path
          className={styles.area}
          d={`${path(only)}L${x(slices.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`}
          fill={only.colour}
        />
      )}
      {lines.map(line => (
        <path key={line.id} className={styles.line} d={path(line)} stroke={line.colour} />
      ))}
      {lines.map(line =>
        slices.map((slice, at) => {
          const of = size(line, at)
          const figure = line.at(at)
          return of === undefined || (line.label && !figure?.count) ? null : (
            <Mark
              key={`${line.id} ${slice.id}`}
              figure={figure}
              label={[slice.label, line.label].filter(Boolean).join(', ')}
              value={writing.full(figure?.value ?? of)}
              className={styles.point}
            >
              {lines.length === 1 && (
                <rect
                  className={styles.band}
                  x={x(at) - step / 2}
                  y={frame.top}
                  width={step}
                  height={frame.bottom - frame.top}
                />
              )}
              <circle className={styles.reach} cx={x(at)} cy={y(of)} r={9} />
              <circle cx={x(at)} cy={y(of)} r={slices.length > 40 ? 0 : 3} fill={line.colour} />
            </Mark>
          )
        }),
      )}
    </svg>
  )
}

/** Broken where there is nothing. */
const pathOf = (points: readonly (readonly [x: number, y: number] | undefined)[]) =>
  points.map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point[0]} ${point[1]}` : '')).join('')
