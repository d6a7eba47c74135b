import { NativeSelect } from '@mantine/core'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { fieldOf, mayDo, useSchema } from '../schema/use-schema.ts'
import { useImportWords } from '../words/import/words.ts'
import styles from './ColumnRow.module.css'
import type { Missing, Plan, PlannedColumn, Target } from './imports.ts'
import { changeColumn } from './plan.ts'

interface RefMatchProps {
  readonly object: DescribedObject
  readonly plan: Plan
  readonly planned: PlannedColumn
  readonly target: Target
  readonly header: string
  readonly onChange: (plan: Plan) => void
}

/** By what the record that a cell names is found, and what to do when there is none. */
export function RefMatch({ object, plan, planned, target, header, onChange }: RefMatchProps) {
  const say = useImportWords()
  const { byName } = useSchema()
  const targets = pointsTo(fieldOf(object, target.field)).flatMap(name => byName(name) ?? [])
  const [only] = targets
  const canCreate = planned.match !== 'id' && targets.length === 1 && only !== undefined && mayDo(only, 'create')
  const labelOf = (match: string) =>
    match === 'title' || match === 'id'
      ? say(`import.match.${match}`)
      : ((only && fieldOf(only, match)?.label) ?? match)
  const missings: readonly Missing[] = ['error', 'empty', ...(canCreate ? (['create'] as const) : [])]
  const change = (part: Partial<PlannedColumn>) => onChange(changeColumn(plan, planned.column, part))
  return (
    <div className={styles.match}>
      <NativeSelect
        aria-label={say('import.match.by', { header })}
        data={(target.matches ?? []).map(value => ({
          value,
          label: say('import.match.by-label', { label: labelOf(value) }),
        }))}
        value={planned.match ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ match: value, ...(value === 'id' && planned.missing === 'create' ? { missing: 'error' } : {}) })
        }
      />
      <NativeSelect
        aria-label={say('import.missing', { header })}
        data={missings.map(value => ({ value, label: say(`import.missing.${value}`) }))}
        value={planned.missing ?? 'error'}
        onChange={({ currentTarget: { value } }) => change({ missing: value as Missing })}
      />
    </div>
  )
}

function pointsTo(field: DescribedField | undefined): readonly string[] {
  if (field?.type === 'ref' || field?.type === 'refs') return [field.to]
  if (field?.type === 'tags') return ['tag']
  return field?.type === 'about' ? field.to : []
}
