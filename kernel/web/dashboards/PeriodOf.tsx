import { Input, Select } from '@mantine/core'
import type { Chart } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { TileKind } from '../../schema/tile.ts'
import { PeriodInput } from '../filter/PeriodInput.tsx'
import { useChartWords } from '../words/charts/words.ts'
import { timeFields } from './measures.ts'
import styles from './TileEditor.module.css'

interface PeriodOfProps {
  readonly object: DescribedObject
  readonly chart: Chart
  readonly kind: TileKind
  readonly onChange: (chart: Chart) => void
}

/** In which stretch of time; a number also says how it was in the one before. */
export function PeriodOf({ object, chart, kind, onChange }: PeriodOfProps) {
  const say = useChartWords()
  const { period, compare, ...rest } = chart
  const compared = compare ? { compare } : {}
  const choose = (field: string | null) =>
    onChange(field ? { ...rest, ...compared, period: { during: 'this_month', ...period, field } } : rest)
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={say('tile.period-field')}
          data={[
            { value: '', label: say('tile.nothing') },
            ...timeFields(object).map(({ name, label }) => ({ value: name, label })),
          ]}
          value={period?.field ?? ''}
          onChange={choose}
          allowDeselect={false}
        />
        {period && (
          <Input.Wrapper label={say('tile.period')} labelElement="div">
            <PeriodInput
              label={say('tile.period')}
              period={period.during}
              onChange={during => onChange({ ...rest, ...compared, period: { ...period, during } })}
            />
          </Input.Wrapper>
        )}
      </div>
      {period && kind === 'number' && (
        <Select
          label={say('tile.compare')}
          data={(['no', 'before', 'to_date'] as const).map(value => ({
            value,
            label: say(`tile.compare.${value}`),
          }))}
          value={compare ?? 'no'}
          onChange={value =>
            onChange({ ...rest, period, ...(value === 'before' || value === 'to_date' ? { compare: value } : {}) })
          }
          allowDeselect={false}
        />
      )}
    </>
  )
}
