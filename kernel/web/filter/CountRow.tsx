import { Button, NumberInput, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { termOf } from './edits.ts'
import { PeriodInput } from './PeriodInput.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { SubjectSelect } from './SubjectSelect.tsx'
import { countKey } from './subjects.ts'
import { type Bound, type Count, newCondition, type Term } from './tree.ts'

interface CountRowProps {
  readonly object: DescribedObject
  readonly count: Count
  readonly onChange: (term: Term) => void
  readonly onRemove: () => void
  /** The conditions of what is counted. */
  readonly children: (of: DescribedObject) => ReactNode
}

const bounds: readonly Bound[] = ['gte', 'lte', 'is']

/** How many of something point here, in which time, and which of them. */
export function CountRow({ object, count, onChange, onRemove, children }: CountRowProps) {
  const say = useListWords()
  const of = useSchema().byName(count.of)
  const [isNarrowed, setNarrowed] = useState(count.where.terms.length > 0)
  const label = of?.label[1] ?? count.of
  const days = of?.fields.filter(({ type }) => type === 'date' || type === 'moment') ?? []
  const narrow = () => {
    setNarrowed(true)
    onChange({ ...count, where: { ...count.where, terms: [newCondition()] } })
  }
  return (
    <div className={styles.count}>
      <div className={styles.row}>
        <SubjectSelect
          object={object}
          value={countKey(count.of, count.by)}
          label={label}
          isNew={false}
          onChange={subject => onChange(termOf(subject, count.key))}
        />
        <Select
          aria-label={say('filter.operator')}
          data={bounds.map(value => ({ value, label: say(`filter.bound.${value}`) }))}
          value={count.bound}
          onChange={bound => bound && onChange({ ...count, bound: bound as Bound })}
          allowDeselect={false}
        />
        <div className={styles.many} data-value>
          <NumberInput
            aria-label={say('filter.number')}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            hideControls
            w={56}
            value={count.number ?? ''}
            onChange={number => onChange({ ...count, number: typeof number === 'number' ? number : null })}
          />
          <PeriodInput
            label={say('filter.within')}
            none={say('filter.within.any')}
            period={count.within}
            onChange={within => onChange({ ...count, within })}
          />
        </div>
        <RemoveButton label={say('filter.remove', { what: label })} onClick={onRemove} />
      </div>
      <div className={styles.inner}>
        {count.within !== null && days.length > 1 && (
          <Select
            aria-label={say('filter.at')}
            size="xs"
            w={180}
            data={days.map(({ name, label: text }) => ({ value: name, label: text }))}
            value={count.at ?? 'created_at'}
            onChange={at => onChange({ ...count, at: at ?? undefined })}
            allowDeselect={false}
          />
        )}
        {of && isNarrowed && count.where.terms.length > 0 ? (
          <div className={styles.box}>{children(of)}</div>
        ) : (
          <Button variant="subtle" h={28} px={8} onClick={narrow}>
            {say('filter.add-inner')}
          </Button>
        )}
      </div>
    </div>
  )
}
