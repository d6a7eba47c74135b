import { Select } from '@mantine/core'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { useImportWords } from '../words/import/words.ts'
import styles from './Columns.module.css'
import type { Import, Plan } from './imports.ts'
import { inMode, usable } from './plan.ts'

interface MatchingProps {
  readonly object: DescribedObject
  readonly found: Import
  readonly plan: Plan
  readonly onChange: (plan: Plan) => void
  readonly byError?: string | undefined
}

/** What becomes of a row: a new record, or another state of one that is there. */
export function Matching({ object, found, plan, onChange, byError }: MatchingProps) {
  const say = useImportWords()
  const keys = usable(plan, found.keys)
  const labelOf = (name: string) => found.fields.find(({ field }) => field === name)?.label ?? name
  const hasDates = plan.columns.some(({ field }) => ['date', 'moment'].includes(fieldOf(object, field)?.type ?? ''))
  return (
    <section aria-labelledby="matching" className={styles.section}>
      <div className={styles.head}>
        <h2 id="matching" className={styles.title}>
          {say('import.matching')}
        </h2>
      </div>
      <div className={styles.options}>
        <Select
          allowDeselect={false}
          label={say('import.mode')}
          data={(['create', 'update', 'upsert'] as const).map(value => ({ value, label: say(`import.mode.${value}`) }))}
          value={plan.mode}
          onChange={mode => mode && onChange(inMode(plan, mode as Plan['mode'], found.keys))}
        />
        {plan.mode !== 'create' && (
          <Select
            allowDeselect={false}
            label={say('import.by')}
            description={keys.length === 0 ? say('import.by.none') : undefined}
            data={keys.map(value => ({ value, label: labelOf(value) }))}
            value={plan.by}
            onChange={by => onChange({ ...plan, by })}
            error={byError}
          />
        )}
        {plan.mode !== 'create' && (
          <Select
            allowDeselect={false}
            label={say('import.blank')}
            data={(['keep', 'clear'] as const).map(value => ({ value, label: say(`import.blank.${value}`) }))}
            value={plan.blank}
            onChange={blank => blank && onChange({ ...plan, blank: blank as Plan['blank'] })}
          />
        )}
        {hasDates && (
          <Select
            allowDeselect={false}
            label={say('import.dates')}
            data={(['day', 'month'] as const).map(value => ({ value, label: say(`import.dates.${value}`) }))}
            value={plan.dates}
            onChange={dates => dates && onChange({ ...plan, dates: dates as Plan['dates'] })}
          />
        )}
      </div>
    </section>
  )
}
