import { Select } from '@mantine/core'
import type { Chart } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { Filter } from '../../schema/filter.ts'
import { useChartWords } from '../words/charts/words.ts'
import { kindOf, kindsFor, type MeasureKind, measurables, measuredIn, measureOf } from './measures.ts'
import { Only } from './RecordsOf.tsx'
import styles from './TileEditor.module.css'

interface MeasureInputProps {
  readonly object: DescribedObject
  readonly chart: Chart
  readonly onChange: (chart: Chart) => void
}

/** How many, how much, or how many of a hundred. */
export function MeasureInput({ object, chart, onChange }: MeasureInputProps) {
  const say = useChartWords()
  const { measure } = chart
  const kind = kindOf(measure)
  const fields = kind === 'count' || kind === 'share' ? [] : measurables(object, kind)
  const share = typeof measure === 'object' && 'share' in measure ? (measure.share as Filter) : undefined
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={say('tile.measure')}
          data={kindsFor(object).map(value => ({ value, label: say(`measure.${value}`) }))}
          value={kind}
          onChange={value =>
            value && onChange({ ...chart, measure: measureOf(object, value as MeasureKind, measuredIn(measure)) })
          }
          allowDeselect={false}
        />
        {fields.length > 0 && (
          <Select
            label={say('tile.field')}
            data={fields.map(({ value, field, isDays }) => ({
              value,
              label: isDays ? say('measure.days', { label: field.label }) : field.label,
            }))}
            value={measuredIn(measure) ?? null}
            onChange={value => value && onChange({ ...chart, measure: measureOf(object, kind, value) })}
            allowDeselect={false}
          />
        )}
      </div>
      {share && (
        <Only
          key={`share ${object.name}`}
          label={say('tile.matching')}
          object={object}
          where={share}
          onChange={where => onChange({ ...chart, measure: { share: where ?? {} } })}
        />
      )}
    </>
  )
}
