import { addDays } from '../../fields/date/day.ts'
import type { ChartAnswer } from '../../schema/chart.ts'
import type { Locale } from '../../schema/field-type.ts'
import { regional } from '../../schema/regional.ts'
import { useLocale } from '../schema/use-schema.ts'
import { formatNumber } from '../ui/format.ts'
import { useChartWords } from '../words/charts/words.ts'
import styles from './Charts.module.css'
import { Mark } from './Mark.tsx'
import { sizeOf } from './plot.ts'
import type { Writing } from './say-value.ts'

interface TotalProps {
  readonly answer: ChartAnswer
  readonly writing: Writing
  readonly label: string
}

/** One number, and what became of it since the period before. */
export function Total({ answer: { total, before }, writing, label }: TotalProps) {
  const say = useChartWords()
  const locale = useLocale()
  const count = formatNumber(total.count, locale)
  const { matching: _, ...whole } = total
  return (
    <div className={styles.total}>
      <p className={styles.figure}>
        <Mark
          plain="span"
          told="within"
          figure={total}
          label={label}
          value={writing.full(total.value)}
          className={styles.large}
        >
          <span className="unseen">{say('chart.opens', { label, value: '' })}</span>
          {writing.short(total.value)}
        </Mark>
        {total.matching && total.count > 0 && (
          <Mark plain="span" told="within" figure={whole} label={label} value={count} className={styles.of}>
            {say('chart.of', { part: total.matching.count, count })}
          </Mark>
        )}
      </p>
      {before && total.value !== null && before.value !== null && (
        <Change now={sizeOf(total.value)} before={before} writing={writing} />
      )}
    </div>
  )
}

interface ChangeProps {
  readonly now: number
  readonly before: NonNullable<ChartAnswer['before']>
  readonly writing: Writing
}

/** Whether more is better, only who reads it knows: it has no colour. */
function Change({ now, before, writing }: ChangeProps) {
  const say = useChartWords()
  const locale = useLocale()
  const then = sizeOf(before.value)
  const value = writing.short(before.value)
  const days = rangeOf(before, locale)
  if (now === then) return <p className={styles.change}>{say('chart.same', { value, days })}</p>
  const percent = new Intl.NumberFormat(locale.language, { style: 'percent', maximumFractionDigits: 0 })
  const change = then === 0 ? writing.tick(Math.abs(now - then)) : percent.format(Math.abs((now - then) / then))
  return (
    <p className={styles.change}>
      <strong>
        <span aria-hidden>{now > then ? '↑ ' : '↓ '}</span>
        {change}
        <span className="unseen">{say(now > then ? 'chart.more' : 'chart.less')}</span>
      </strong>{' '}
      <Mark plain="span" told="within" figure={before} label={days} value={writing.full(before.value)}>
        {say('chart.before', { value, days })}
      </Mark>
    </p>
  )
}

function rangeOf({ from, to }: Pick<ChangeProps['before'], 'from' | 'to'>, { language, country }: Locale) {
  const range = new Intl.DateTimeFormat(regional({ language, country }), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return range.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${addDays(to, -1)}T00:00:00Z`))
}
