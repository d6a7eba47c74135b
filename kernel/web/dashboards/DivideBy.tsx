import { Select } from '@mantine/core'
import { type Chart, readBy, type Unit, units } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { TileKind } from '../../schema/tile.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { useChartWords } from '../words/charts/words.ts'
import { byOf, dividersFor, divisions } from './measures.ts'
import styles from './TileEditor.module.css'

interface DivideByProps {
  readonly object: DescribedObject
  readonly chart: Chart
  readonly kind: TileKind
  readonly onChange: (chart: Chart) => void
}

/** One field, or two where the kind has room for them; of time, in which steps. */
export function DivideBy({ object, chart, kind, onChange }: DivideByProps) {
  const say = useChartWords()
  const [least, most] = divisions[kind]
  const by = chart.by ?? []
  const put = (at: number, next: string | undefined) => {
    const kept = next === undefined ? by.toSpliced(at, 1) : by.toSpliced(at, 1, next)
    onChange({ ...chart, by: kept })
  }
  return Array.from({ length: Math.min(most, by.length + 1) }, (_, at) => {
    const { field: name, unit } = readBy(by[at] ?? '')
    const fields = dividersFor(object, kind, at).filter(
      field => field.name === name || !by.some(one => readBy(one).field === field.name),
    )
    const none = at < least ? [] : [{ value: '', label: say('tile.nothing') }]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second
      <div key={at} className={styles.pair}>
        <Select
          label={say(at === 0 ? 'tile.by' : 'tile.second')}
          data={[...none, ...fields.map(({ name: value, label }) => ({ value, label }))]}
          value={name}
          onChange={value => {
            const field = value ? fieldOf(object, value) : undefined
            put(at, field && byOf(field))
          }}
          allowDeselect={false}
          searchable
        />
        {unit && (
          <Select
            label={say('unit.step')}
            data={units.map(value => ({ value, label: say(`unit.${value}`) }))}
            value={unit}
            onChange={value => value && put(at, `${name}:${value as Unit}`)}
            allowDeselect={false}
          />
        )}
      </div>
    )
  })
}
