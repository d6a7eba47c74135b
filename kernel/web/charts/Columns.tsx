import { Axes, frameOf } from './Axes.tsx'
import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { sizeOf, ticksOf } from './plot.ts'

/** Time goes to the right, so its groups stand side by side. */
export function Columns({ plot, writing, label, width, height }: DrawnProps) {
  const { slices, series, cell } = plot
  const sizes = slices.map(({ figure }) => sizeOf(figure.value))
  const ticks = ticksOf(Math.min(...sizes), Math.max(...sizes), Math.max(2, Math.floor(height / 44)))
  const frame = frameOf(width, height, ticks.map(writing.tick))
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const y = (size: number) => frame.bottom - ((size - low) / (high - low)) * (frame.bottom - frame.top)
  const step = (frame.right - frame.left) / slices.length
  const wide = Math.max(1, Math.min(44, step * 0.72))
  const x = (at: number) => frame.left + step * (at + 0.5)
  return (
    <svg width={width} height={height} aria-label={label} onKeyDown={goAlong}>
      <Axes frame={frame} ticks={ticks} tick={writing.tick} y={y} slices={slices} x={x} />
      {slices.map((slice, at) => {
        const size = sizeOf(slice.figure.value)
        let from = 0
        return (
          <g key={slice.id}>
            <Mark
              figure={slice.figure}
              label={slice.label}
              value={writing.full(slice.figure.value)}
              className={styles.row}
            >
              <rect
                className={styles.hit}
                x={x(at) - step / 2}
                y={frame.top}
                width={step}
                height={frame.bottom - frame.top}
                rx={4}
              />
              {series.length === 0 && (
                <rect
                  className={styles.bar}
                  x={x(at) - wide / 2}
                  y={Math.min(y(size), y(0))}
                  width={wide}
                  height={Math.abs(y(size) - y(0))}
                  rx={Math.min(3, wide / 3)}
                  fill="var(--chart-1)"
                />
              )}
            </Mark>
            {series.map((part, place) => {
              const figure = cell(at, place)
              const start = from
              from += figure ? sizeOf(figure.value) : 0
              return figure && from > start ? (
                <Mark
                  key={part.id}
                  figure={figure}
                  label={`${slice.label}, ${part.label}`}
                  value={writing.full(figure.value)}
                  className={styles.part}
                >
                  <rect
                    x={x(at) - wide / 2}
                    y={y(from)}
                    width={wide}
                    height={Math.max(1, y(start) - y(from) - 1.5)}
                    rx={Math.min(2, wide / 3)}
                    fill={part.colour}
                  />
                </Mark>
              ) : null
            })}
          </g>
        )
      })}
    </svg>
  )
}
