import { Skeleton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { Sortable } from '#kernel/web/order/Sortable.tsx'
import { useHere } from '#kernel/web/record/here.ts'
import { mayDo, useLocale, useSchema } from '#kernel/web/schema/use-schema.ts'
import { TroubleState } from '#kernel/web/ui/State.tsx'
import { useSalesWords } from '../words/words.ts'
import { AddLine } from './AddLine.tsx'
import { LineRow } from './LineRow.tsx'
import { LineSums } from './LineSums.tsx'
import styles from './Lines.module.css'
import { currencyOf, type Line, sumOf } from './line.ts'
import { type LinePatch, useLines } from './use-lines.ts'

interface LinesProps {
  readonly name: 'deal_line' | 'quote_line'
  readonly of: 'deal' | 'quote'
  /** Whether it may still be written at all. */
  readonly isOpen: boolean
}

export function Lines({ name, of, isOpen }: LinesProps) {
  const object = useSchema().byName(name)
  return object ? <LinesGrid object={object} of={of} isOpen={isOpen} /> : null
}

/** Written by keyboard as in a sheet: Tab and arrows go from cell to cell, what is typed counts at once. */
function LinesGrid({ object, of, isOpen }: { readonly object: DescribedObject } & Omit<LinesProps, 'name'>) {
  const say = useSalesWords()
  const { record } = useHere()
  const { currency: usual } = useLocale()
  const { lines, isThere, error, retry, save, add, remove, order } = useLines(object, of, record.id)
  const [typing, setTyping] = useState<{ readonly id: string; readonly patch: LinePatch }>()
  const grid = useRef<HTMLElement>(null)
  const [fresh, setFresh] = useState<string>()
  useEffect(() => {
    if (!fresh || !lines.some(({ id }) => id === fresh)) return
    // Who has gone elsewhere meanwhile stays there.
    if (document.activeElement === cellIn(grid.current, 'add'))
      cellIn(grid.current?.querySelector(`[data-line="${fresh}"]`), 'quantity')?.focus()
    setFresh(undefined)
  }, [fresh, lines])
  if (error) return <TroubleState error={error} retry={retry} />
  if (!isThere) return <Skeleton height={160} radius="sm" />
  const mayWrite = isOpen && mayDo(object, 'edit')
  const asTyped = (line: Line) => (typing?.id === line.id ? { ...line, ...typing.patch } : line)
  const live = lines.map(asTyped)
  const value = record.value as { readonly currency: string } | null | undefined
  const currency = currencyOf(live) ?? value?.currency ?? usual
  const row = (line: Line) => (
    <LineRow
      object={object}
      line={line}
      sum={sumOf(asTyped(line))}
      currency={currency}
      isStill={!mayWrite}
      onType={patch => setTyping(patch && { id: line.id, patch })}
      onSave={patch => save(line, patch)}
      onRemove={() => remove(line)}
    />
  )
  return (
    <section ref={grid} className={styles.lines} aria-label={say('lines.title')} onKeyDown={walk}>
      {live.length > 0 && <Heads object={object} hasHandle={mayWrite} />}
      {mayWrite ? (
        <Sortable
          label={object.label[1]}
          rows={lines}
          nameOf={line => line.name ?? ''}
          say={say}
          onOrder={rows => order(rows)}
        >
          {row}
        </Sortable>
      ) : (
        <ul className={styles.still}>
          {lines.map(line => (
            <li key={line.id}>{row(line)}</li>
          ))}
        </ul>
      )}
      {mayWrite && mayDo(object, 'create') && (
        <AddLine
          isFirst={live.length === 0}
          onAdd={draft =>
            void add(draft).then(
              ({ id }) => setFresh(id),
              () => {},
            )
          }
        />
      )}
      {!mayWrite && live.length === 0 && <p className={styles.none}>{say('lines.nothing')}</p>}
      <LineSums lines={live} currency={currency} />
    </section>
  )
}

const columns = ['quantity', 'unit_price', 'discount', 'tax', 'net'] as const

function Heads({ object, hasHandle }: { readonly object: DescribedObject; readonly hasHandle: boolean }) {
  const say = useSalesWords()
  const labelOf = {
    quantity: 'lines.quantity',
    unit_price: 'lines.price',
    discount: 'lines.discount',
    tax: 'lines.tax',
    net: 'lines.net',
  } as const
  return (
    <div className={styles.heads} data-handle={hasHandle || undefined} aria-hidden>
      <span>{say('lines.what')}</span>
      {columns.map(name => (
        <span key={name} data-column={name}>
          {object.fields.some(field => field.name === name) && say(labelOf[name])}
        </span>
      ))}
    </div>
  )
}

/** Up and down go to the same cell of the line above or below; below the last one begins the next. */
function walk(event: React.KeyboardEvent<HTMLElement>) {
  const { target, key, defaultPrevented } = event
  const by = { ArrowUp: 'up', ArrowDown: 'down', Enter: 'down' }[key]
  if (!by || defaultPrevented || !(target instanceof HTMLInputElement) || !target.dataset.cell) return
  const rows = [...event.currentTarget.querySelectorAll('[data-line]')]
  const at = rows.findIndex(row => row.contains(target))
  const next = rows[by === 'up' ? at - 1 : at + 1]
  const cell = next ? cellIn(next, target.dataset.cell) : by === 'down' ? cellIn(event.currentTarget, 'add') : undefined
  if (!cell) return
  event.preventDefault()
  cell.focus()
  cell.select()
}

const cellIn = (row: Element | null | undefined, name: string) =>
  row?.querySelector<HTMLInputElement>(`input[data-cell="${name}"]`)
