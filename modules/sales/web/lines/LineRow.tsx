import { ActionIcon } from '@mantine/core'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { fieldOf, useLocale } from '#kernel/web/schema/use-schema.ts'
import { formatMoney } from '#kernel/web/ui/format.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { useSalesWords } from '../words/words.ts'
import { DecimalCell } from './DecimalCell.tsx'
import styles from './Lines.module.css'
import { LineTerms } from './LineTerms.tsx'
import { amountIn, type Line, moneyOf, type sumOf, writtenAs } from './line.ts'
import { NameCell } from './NameCell.tsx'
import type { LinePatch } from './use-lines.ts'

export interface LineRowProps {
  readonly object: DescribedObject
  readonly line: Line
  /** With what is being typed. */
  readonly sum: ReturnType<typeof sumOf>
  readonly currency: string
  readonly isStill: boolean
  /** As it is typed, before it is written; undefined when it is given up. */
  readonly onType: (patch: LinePatch | undefined) => void
  readonly onSave: (patch: LinePatch) => void
  readonly onRemove: () => void
}

export function LineRow({ object, line, sum, currency, isStill, onType, onSave, onRemove }: LineRowProps) {
  const say = useSalesWords()
  const locale = useLocale()
  const name = line.name ?? ''
  const cell = (column: string, label: string, value: string | null | undefined, patch: (text: string) => LinePatch) =>
    fieldOf(object, column) ? (
      <span className={styles.field}>
        <span className={styles.label} aria-hidden>
          {label}
        </span>
        <DecimalCell
          cell={column}
          label={say('lines.cell', { label, name })}
          value={value ?? ''}
          placeholder={isStill || column === 'unit_price' ? '' : '0'}
          isStill={isStill}
          onType={text => onType(text === undefined ? undefined : patch(text))}
          onSave={text => {
            onType(undefined)
            onSave(patch(text))
          }}
        />
      </span>
    ) : (
      <span />
    )
  return (
    <div className={styles.row} data-line={line.id} data-still={isStill || undefined}>
      <div className={styles.what}>
        <NameCell
          label={say('lines.name', { name })}
          cell="name"
          name={name}
          isStill={isStill}
          onPick={({ id }) => onSave({ product: id })}
          onName={text => onSave({ name: text })}
        />
        <LineTerms object={object} line={line} currency={currency} isStill={isStill} onType={onType} onSave={onSave} />
      </div>
      {cell('quantity', say('lines.quantity'), String(line.quantity), text => ({ quantity: Number(text || 0) }))}
      {cell('unit_price', say('lines.price'), writtenAs(line.unit_price), text => ({
        unit_price: amountIn(text, currency),
      }))}
      {cell('discount', say('lines.discount'), zeroIsNothing(line.discount), text => ({ discount: Number(text || 0) }))}
      {cell('tax', say('lines.tax'), zeroIsNothing(line.tax), text => ({ tax: Number(text || 0) }))}
      <span className={styles.net} data-column="net">
        {sum && formatMoney(moneyOf(sum.net, sum.currency), locale)}
      </span>
      {!isStill && (
        <ActionIcon
          className={styles.remove}
          variant="subtle"
          size={28}
          aria-label={say('lines.remove', { name })}
          onClick={onRemove}
        >
          <Icon name="x" size={14} />
        </ActionIcon>
      )}
    </div>
  )
}

const zeroIsNothing = (value: number | null) => (value ? String(value) : '')
