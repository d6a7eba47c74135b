import { useState } from 'react'
import { readDecimal, writeDecimal } from '#kernel/fields/number/decimal.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import styles from './Lines.module.css'

interface DecimalCellProps {
  readonly cell: string
  readonly label: string
  /** As JSON has it; empty for none. */
  readonly value: string
  readonly placeholder?: string
  readonly isStill: boolean
  /** What was typed so far, where it can be read; undefined when it is given up. */
  readonly onType: (value: string | undefined) => void
  readonly onSave: (value: string) => void
}

/** A number in its cell: written when one leaves it, given up with Esc. */
export function DecimalCell({ cell, label, value, placeholder, isStill, onType, onSave }: DecimalCellProps) {
  const { language } = useLocale()
  const [typed, setTyped] = useState<string>()
  const read = (text: string) => (text.trim() === '' ? '' : readDecimal(text, language))
  const isWrong = typed !== undefined && read(typed) === undefined
  const end = () => {
    const given = typed === undefined ? undefined : read(typed)
    if (given === undefined) return
    setTyped(undefined)
    if (given === value) onType(undefined)
    else onSave(given)
  }
  return (
    <input
      className={styles.cell}
      data-cell={cell}
      data-column={cell}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      inputMode="decimal"
      autoComplete="off"
      readOnly={isStill}
      tabIndex={isStill ? -1 : undefined}
      placeholder={placeholder}
      value={typed ?? writeDecimal(value, language)}
      onFocus={event => event.currentTarget.select()}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        const given = read(text)
        if (given !== undefined) onType(given)
      }}
      onBlur={end}
      onKeyDown={event => {
        if (event.key !== 'Escape' || typed === undefined) return
        event.stopPropagation()
        setTyped(undefined)
        onType(undefined)
      }}
    />
  )
}
