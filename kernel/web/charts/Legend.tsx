import { useLocale } from '../schema/use-schema.ts'
import styles from './Charts.module.css'
import type { DrawnProps } from './drawn.ts'
import { goAlong, Mark } from './Mark.tsx'
import { sizeOf } from './plot.ts'

type LegendProps = Pick<DrawnProps, 'plot' | 'writing' | 'label'> & { readonly whole: number }

const colon = ': '

/** What each part of a ring is, its number and its share. */
export function Legend({ plot, writing, label, whole }: LegendProps) {
  const { language } = useLocale()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <ul className={styles.legend} aria-label={label} onKeyDown={goAlong}>
      {plot.slices.map(slice => (
        <li key={slice.id}>
          <Mark
            plain="span"
            told="within"
            figure={slice.figure}
            label={slice.label}
            value={writing.full(slice.figure.value)}
            className={styles.entry}
          >
            <span className={styles.key} style={{ background: slice.colour }} />
            <span className="truncate">{slice.label}</span>
            <span className="unseen">{colon}</span>
            <span className={styles.amount}>{writing.short(slice.figure.value)}</span>
            <span className={styles.share}>{whole ? percent.format(sizeOf(slice.figure.value) / whole) : ''}</span>
          </Mark>
        </li>
      ))}
    </ul>
  )
}

/** What the colours of a second field mean. */
export const Keys = ({ plot }: Pick<DrawnProps, 'plot'>) => (
  <ul className={styles.keys}>
    {plot.series.map(({ id, label, colour }) => (
      <li key={id}>
        <span className={styles.key} style={{ background: colour }} />
        <span className="truncate">{label}</span>
      </li>
    ))}
  </ul>
)
