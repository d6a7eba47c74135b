import { NumberInput, Select } from '@mantine/core'
import { namedPeriods } from '../../fields/date/period.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { sayPeriod } from './words.ts'

interface PeriodInputProps {
  readonly label: string
  readonly period: unknown
  readonly onChange: (period: unknown) => void
  /** Offered first: no stretch of time at all. */
  readonly none?: string
}

const units = ['day', 'week', 'month', 'year'] as const

/** This week, the last 30 days, the next 2 months. */
export function PeriodInput({ label, period, onChange, none }: PeriodInputProps) {
  const say = useListWords()
  const moving = readMoving(period)
  const data = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    { value: 'last', label: say('filter.period.last') },
    { value: 'next', label: say('filter.period.next') },
    ...namedPeriods.map(value => ({ value, label: sayPeriod(value, say) })),
  ]
  const choose = (value: string | null) => {
    if (value === 'last' || value === 'next') onChange({ [value]: moving ? moving.text : '30 days' })
    else onChange(value || null)
  }
  const write = (count: number, unit: string) => moving && onChange({ [moving.side]: `${count} ${unit}s` })
  return (
    <div className={styles.period}>
      <Select
        aria-label={label}
        data={data}
        value={moving?.side ?? (typeof period === 'string' ? period : none === undefined ? null : '')}
        onChange={choose}
        allowDeselect={false}
        comboboxProps={{ width: 180, position: 'bottom-start', transitionProps: { duration: 80 } }}
      />
      {moving && (
        <>
          <NumberInput
            aria-label={say('filter.number')}
            min={1}
            max={1000}
            clampBehavior="strict"
            allowDecimal={false}
            hideControls
            w={56}
            value={moving.count}
            onChange={count => typeof count === 'number' && write(count, moving.unit)}
          />
          <Select
            aria-label={say('filter.unit')}
            w={96}
            data={units.map(value => ({ value, label: say(`filter.unit.${value}`) }))}
            value={moving.unit}
            onChange={unit => unit && write(moving.count, unit)}
            allowDeselect={false}
          />
        </>
      )}
    </div>
  )
}

function readMoving(period: unknown) {
  if (typeof period !== 'object' || period === null) return undefined
  const side: 'last' | 'next' = 'last' in period ? 'last' : 'next'
  const text = String((period as Readonly<Record<string, unknown>>)[side])
  const [, digits, unit] = /^(\d+) (day|week|month|year)s?$/.exec(text) ?? []
  return { side, text, count: Number(digits ?? 30), unit: unit ?? 'day' }
}
