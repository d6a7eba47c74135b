import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { sizeOf } from './plot.ts'
import { shortened, textWidth } from './text-width.ts'

/** Steps one under the other, each as wide as its number; what lies between them narrows from one to the next. */
export function Funnel({ plot, writing, label, width, height }: DrawnProps) {
  const slices = plot.slices.filter(({ id }) => id !== 'null' && id !== 'others')
  const row = Math.min(56, Math.max(34, Math.floor(height / Math.max(1, slices.length))))
  const names = Math.min(Math.max(...slices.map(slice => textWidth(slice.label)), 0) + 16, width * 0.36)
  const room = width - names
  const most = Math.max(...slices.map(({ figure }) => sizeOf(figure.value)), 0)
  const wide = (at: number) => (most ? Math.max(6, (sizeOf(slices[at]?.figure.value ?? null) / most) * room) : 6)
  const [middle, thick] = [names + room / 2, row - 12]
  return (
    <svg width={width} height={row * slices.length} aria-label={label} onKeyDown={goAlong}>
      {slices.map((slice, at) => (
        <g key={slice.id} transform={`translate(0 ${at * row})`}>
          {at > 0 && (
            <path
              className={styles.narrowing}
              d={`M${middle - wide(at - 1) / 2} -12H${middle + wide(at - 1) / 2}L${middle + wide(at) / 2} 0H${middle - wide(at) / 2}Z`}
            />
          )}
          <Mark
            figure={slice.figure}
            label={slice.label}
            value={writing.full(slice.figure.value)}
            className={styles.row}
            told="within"
          >
            <rect className={styles.hit} width={width} height={thick} rx={4} />
            <text className={styles.name} x={0} y={thick / 2} dominantBaseline="central">
              {shortened(slice.label, names - 16)}
              <tspan className={styles.colon}>{': '}</tspan>
            </text>
            <rect
              className={styles.bar}
              x={middle - wide(at) / 2}
              width={wide(at)}
              height={thick}
              rx={3}
              fill="var(--chart-1)"
            />
            <Inside x={middle} y={thick / 2} wide={wide(at)} text={writing.short(slice.figure.value)} />
          </Mark>
        </g>
      ))}
    </svg>
  )
}

interface InsideProps {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly text: string
}

/** In the bar, or beside it where it is too narrow. */
function Inside({ x, y, wide, text }: InsideProps) {
  const fits = textWidth(text) + 12 < wide
  return (
    <text
      className={fits ? styles.inside : styles.number}
      x={fits ? x : x + wide / 2 + 6}
      y={y}
      textAnchor={fits ? 'middle' : 'start'}
      dominantBaseline="central"
    >
      {text}
    </text>
  )
}
