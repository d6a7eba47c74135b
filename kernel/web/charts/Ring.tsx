import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { Legend } from './Legend.tsx'
import { Mark } from './Mark.tsx'
import { sizeOf } from './plot.ts'

/** Parts of a whole; beside it, what they are. */
export function Ring({ plot, writing, label, width, height }: DrawnProps) {
  const { slices, total } = plot
  const whole = slices.reduce((sum, { figure }) => sum + Math.max(0, sizeOf(figure.value)), 0)
  const isBeside = width > 340
  const across = Math.max(80, Math.min(isBeside ? Math.min(height, width * 0.42) : height * 0.6, 220))
  const [outer, inner] = [across / 2 - 2, across / 2 - 2 - Math.max(12, across * 0.11)]
  let turned = 0
  return (
    <div className={styles.ring} data-beside={isBeside || undefined}>
      <svg width={across} height={across} viewBox={`${-across / 2} ${-across / 2} ${across} ${across}`} aria-hidden>
        {slices.map(slice => {
          const share = whole ? Math.max(0, sizeOf(slice.figure.value)) / whole : 0
          const start = turned
          turned += share
          return share > 0 ? (
            <Mark
              key={slice.id}
              told="elsewhere"
              figure={slice.figure}
              label={slice.label}
              value={writing.full(slice.figure.value)}
              className={styles.part}
            >
              <path d={arc(start, turned, outer, inner)} fill={slice.colour} />
            </Mark>
          ) : null
        })}
        <text className={styles.middle} textAnchor="middle" dominantBaseline="central">
          {writing.short(total.value)}
        </text>
      </svg>
      <Legend plot={plot} writing={writing} label={label} whole={whole} />
    </div>
  )
}

/** A piece of a ring, from one share of the turn to another; whole turns are two halves. */
function arc(from: number, to: number, outer: number, inner: number): string {
  if (to - from > 0.9999) return `${arc(0, 0.5, outer, inner)}${arc(0.5, 1, outer, inner)}`
  const gap = Math.min(1 / outer, (to - from) * Math.PI) / (2 * Math.PI)
  const [start, end] = [from + gap, Math.max(from + gap, to - gap)]
  const point = (share: number, radius: number) =>
    `${radius * Math.sin(share * 2 * Math.PI)} ${-radius * Math.cos(share * 2 * Math.PI)}`
  const large = end - start > 0.5 ? 1 : 0
  return `M${point(start, outer)}A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}L${point(end, inner)}A${inner} ${inner} 0 ${large} 0 ${point(start, inner)}Z`
}
