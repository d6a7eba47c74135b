import { Select } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { termOf } from './edits.ts'
import { OperandInput } from './OperandInput.tsx'
import { type Asked, askedOf, isComplete, shapeOf, withOperator } from './operators.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { SubjectSelect } from './SubjectSelect.tsx'
import { alongPath, labelAlong } from './subjects.ts'
import type { Condition, Term } from './tree.ts'
import { isGood } from './use-tree.ts'
import { operatorWord } from './words.ts'

interface ConditionRowProps {
  readonly object: DescribedObject
  readonly condition: Condition
  readonly included: Included
  readonly isNew: boolean
  readonly onChange: (term: Term) => void
  readonly onRemove: () => void
}

/** A field, how it is compared, and with what. */
export function ConditionRow({ object, condition, included, isNew, onChange, onRemove }: ConditionRowProps) {
  const say = useListWords()
  const schema = useSchema()
  const locale = useLocale()
  const row = useRef<HTMLDivElement>(null)
  const { path, operator, operand, key } = condition
  const along = alongPath(schema, object, path)
  const field = along?.at(-1)
  const label = along ? labelAlong(along) : path
  useFocusOnValue(row, path)
  const offered = field ? askedOf(field) : []
  const operators = field && !offered.includes(operator) ? [...offered, operator] : offered
  const isWrong = isComplete(operator, operand) && !isGood(field, condition, locale)
  return (
    <div className={styles.row} ref={row}>
      <SubjectSelect
        object={object}
        value={path}
        label={label}
        isNew={isNew}
        onChange={subject => onChange(termOf(subject, key))}
      />
      {field && (
        <Select
          aria-label={say('filter.operator')}
          data={operators.map(value => ({ value, label: say(operatorWord(field, value)) }))}
          value={operator}
          onChange={value => value && onChange({ ...condition, ...withOperator(field, condition, value as Asked) })}
          allowDeselect={false}
          comboboxProps={{ width: 160, position: 'bottom-start', transitionProps: { duration: 80 } }}
        />
      )}
      {field && shapeOf(operator) !== 'none' && (
        <div className={styles.value} data-value>
          <OperandInput
            field={field}
            operator={operator}
            operand={operand}
            onChange={next => onChange({ ...condition, operand: next })}
            included={included}
            label={say('filter.value', { label })}
            error={isWrong ? say('filter.invalid') : undefined}
          />
        </div>
      )}
      <RemoveButton label={say('filter.remove', { what: label || say('filter.subject.choose') })} onClick={onRemove} />
    </div>
  )
}

/** Once a field is chosen, one goes on to its value. */
function useFocusOnValue(row: React.RefObject<HTMLElement | null>, path: string) {
  const known = useRef(path)
  useEffect(() => {
    if (known.current === path) return
    known.current = path
    // The list of choices gives the focus back to its box first.
    requestAnimationFrame(() =>
      row.current
        ?.querySelector<HTMLElement>(
          '[data-value] input:not([type="hidden"]), [data-value] select, [data-value] textarea',
        )
        ?.focus(),
    )
  }, [row, path])
}
