import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Chart } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { Filter } from '../../schema/filter.ts'
import { Conditions } from '../filter/Conditions.tsx'
import { useTree } from '../filter/use-tree.ts'
import { useSchema } from '../schema/use-schema.ts'
import { viewsQuery } from '../views/views.ts'
import { useChartWords } from '../words/charts/words.ts'
import styles from './TileEditor.module.css'

interface RecordsOfProps {
  readonly chart: Chart
  readonly onChange: (chart: Chart) => void
}

/** Of which records: all of an object, those of a view, and of these those that a filter lets through. */
export function RecordsOf({ chart, onChange }: RecordsOfProps) {
  const say = useChartWords()
  const { objects, byName } = useSchema()
  const object = byName(chart.object)
  const { data: views = [] } = useQuery(viewsQuery(byName('view'), chart.object))
  const choose = (name: string | null) => name && name !== chart.object && onChange({ object: name })
  const { view: _, ...viewless } = chart
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={say('tile.of')}
          data={[...objects]
            .map(({ name, label }) => ({ value: name, label: label[1] }))
            .sort((one, other) => one.label.localeCompare(other.label))}
          value={chart.object}
          onChange={choose}
          allowDeselect={false}
          searchable
        />
        {views.length > 0 && (
          <Select
            label={say('tile.view')}
            data={[
              { value: '', label: say('tile.view.all') },
              ...views.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={chart.view ?? ''}
            onChange={view => onChange(view ? { ...viewless, view } : viewless)}
            allowDeselect={false}
          />
        )}
      </div>
      {object && (
        <Only
          key={object.name}
          label={say('tile.where')}
          object={object}
          where={chart.where}
          onChange={where => {
            const { where: __, ...rest } = chart
            onChange(where ? { ...rest, where } : rest)
          }}
        />
      )}
    </>
  )
}

interface OnlyProps {
  readonly label: string
  readonly object: DescribedObject
  readonly where: Filter | undefined
  readonly onChange: (where: Filter | undefined) => void
}

/** A filter in a form, shut as long as none is asked for. */
export function Only({ label, object, where, onChange }: OnlyProps) {
  const [root, change] = useTree(object, where, onChange)
  const [isOpen, setOpen] = useState(where !== undefined)
  return (
    <details className={styles.only} open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen && <Conditions object={object} root={root} onChange={change} />}
    </details>
  )
}
