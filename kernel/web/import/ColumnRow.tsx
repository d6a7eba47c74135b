import { Select } from '@mantine/core'
import type { DescribedObject } from '../../schema/described.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useImportWords } from '../words/import/words.ts'
import styles from './ColumnRow.module.css'
import type { FileColumn, Import, Plan, PlannedColumn } from './imports.ts'
import { putInto, telling } from './plan.ts'
import { RefMatch } from './RefMatch.tsx'

export interface ColumnProps {
  readonly object: DescribedObject
  readonly found: Import
  readonly plan: Plan
  readonly column: FileColumn
  readonly onChange: (plan: Plan) => void
  readonly error?: string | undefined
}

/** A column of the file, what is in it, and the field that it goes into. */
export function ColumnRow({ object, found, plan, column, onChange, error }: ColumnProps) {
  const say = useImportWords()
  const planned = plan.columns.find(each => each.column === column.column)
  const target = found.fields.find(({ field }) => field === planned?.field)
  const header = column.header || say('import.column.unnamed', { at: column.column + 1 })
  const takenBy = (field: string) => plan.columns.some(each => each.field === field && each !== planned)
  return (
    <li className={styles.row} data-left-out={planned ? undefined : true}>
      <div className={styles.column}>
        <span className={styles.header}>{header}</span>
        <span className={styles.samples}>
          {telling(column).length ? telling(column).join(' · ') : say('import.column.empty')}
        </span>
      </div>
      <span className={styles.arrow}>
        <Icon name="arrow-right" size={14} />
      </span>
      <div className={styles.target}>
        <Select
          aria-label={say('import.column.into', { header })}
          placeholder={say('import.column.leave-out')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': say('import.column.leave-out') }}
          nothingFoundMessage={say('form.nothing-found')}
          data={found.fields.map(({ field, label, required }) => ({
            value: field,
            label: `${label}${required ? ' *' : ''}${takenBy(field) ? ` (${say('import.column.taken')})` : ''}`,
          }))}
          value={planned?.field ?? null}
          onChange={chosen =>
            onChange(
              putInto(
                plan,
                column.column,
                found.fields.find(({ field }) => field === chosen),
              ),
            )
          }
          error={error}
        />
        {planned && target?.matches && (
          <RefMatch object={object} plan={plan} planned={planned} target={target} header={header} onChange={onChange} />
        )}
      </div>
      <Confidence column={column} planned={planned} />
    </li>
  )
}

const tones = { name: 'green', synonym: 'blue', values: 'amber' } as const

/** Why a column is thought to be what it is said to be. */
function Confidence({
  column: { proposed },
  planned,
}: {
  readonly column: FileColumn
  readonly planned: PlannedColumn | undefined
}) {
  const say = useImportWords()
  if (!planned) return <span className={styles.why}>{say('import.because.none')}</span>
  const isProposed = proposed && proposed.field === planned.field
  return (
    <span className={styles.why}>
      {isProposed ? (
        <Chip tone={tones[proposed.because]}>{say(`import.because.${proposed.because}`)}</Chip>
      ) : (
        <Chip>{say('import.because.you')}</Chip>
      )}
    </span>
  )
}
