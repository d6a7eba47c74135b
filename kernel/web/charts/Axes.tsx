import styles from './Charts.module.css'
import type { Slice } from './plot.ts'
import { textWidth } from './text-width.ts'

export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Room for the axes; the rest is for what is drawn. */
export function frameOf(width: number, height: number, ticks: readonly string[]): Frame {
  return { left: Math.max(...ticks.map(textWidth), 10) + 10, right: width - 6, top: 8, bottom: height - 24 }
}

interface AxesProps {
  readonly frame: Frame
  readonly ticks: readonly number[]
  readonly tick: (size: number) => string
  readonly y: (size: number) => number
  readonly slices: readonly Slice[]
  readonly x: (at: number) => number
}

/** Hairlines to read the height by, and as many names below as there is room for. */
export function Axes({ frame, ticks, tick, y, slices, x }: AxesProps) {
  const widest = Math.max(...slices.map(({ label }) => textWidth(label)), 1) + 12
  const each = Math.max(1, Math.ceil((widest * slices.length) / Math.max(1, frame.right - frame.left)))
  return (
    <g aria-hidden>
      {ticks.map(size => (
        <g key={size}>
          <line
            className={size === 0 ? styles.base : styles.grid}
            x1={frame.left}
            x2={frame.right}
            y1={y(size)}
            y2={y(size)}
          />
          <text className={styles.tick} x={frame.left - 8} y={y(size)} textAnchor="end" dominantBaseline="central">
            {tick(size)}
          </text>
        </g>
      ))}
      {slices.map((slice, at) =>
        (slices.length - 1 - at) % each === 0 ? (
          <text
            key={slice.id}
            className={styles.tick}
            x={within(x(at), slice.label, frame)}
            y={frame.bottom + 16}
            textAnchor="middle"
          >
            {slice.label}
          </text>
        ) : null,
      )}
    </g>
  )
}

const within = (x: number, label: string, { right }: Frame) => Math.min(x, right + 6 - textWidth(label) / 2)
