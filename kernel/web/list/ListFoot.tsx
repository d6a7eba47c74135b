import type { CSSProperties } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { type Column, widthOf } from './columns.ts'
import styles from './ListFoot.module.css'
import { stays } from './Row.tsx'
import { partsOf, Sums } from './Sums.tsx'
import type { ListAsk, Pages } from './use-pages.ts'
import { isSummed, type Totals, useTotals } from './use-totals.ts'

interface ListFootProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly pages: Pages
  readonly ask: ListAsk
}

/** How many there are, and on demand what they come to. */
export function ListFoot({ object, columns, pages, ask }: ListFootProps) {
  const totals = useTotals(object, columns, ask)
  return (
    <footer className={styles.foot}>
      <Count pages={pages} totals={totals} />
      {totals.isKnown &&
        totals.fields.map(field => (
          <span key={field.name} className={styles.named}>
            {field.label}
            <strong>{partsOf(totals.of(field)).length ? <Sums field={field} value={totals.of(field)} /> : '–'}</strong>
          </span>
        ))}
    </footer>
  )
}

/** The same under a table: each sum stands under its column, and moves sideways with it. */
export function TableFoot({ object, columns, pages, ask }: ListFootProps) {
  const say = useWords()
  const totals = useTotals(object, columns, ask)
  const [title, ...others] = columns
  if (!totals.isKnown || totals.fields.length === 0)
    return (
      <footer className={`${styles.foot} ${styles.under}`} style={{ minWidth: widthOf(columns) }}>
        <span className={styles.start}>
          <Count pages={pages} totals={totals} />
        </span>
        <span className={styles.keys}>{say('list.keys')}</span>
      </footer>
    )
  return (
    <footer className={`${styles.foot} ${styles.under} ${styles.tracks}`} style={{ minWidth: widthOf(columns) }}>
      <span className={styles.first} style={{ ...(title && stays(title)), left: 0 } satisfies CSSProperties}>
        <Count pages={pages} totals={totals} />
      </span>
      {others.map(column => (
        <span key={column.name} className={styles.sum} style={stays(column)} data-align={column.align}>
          {column.fields.filter(isSummed).map(field => (
            <Sums key={field.name} field={field} value={totals.of(field)} />
          ))}
        </span>
      ))}
    </footer>
  )
}

function Count({ pages, totals }: { readonly pages: Pages; readonly totals: Totals }) {
  const say = useWords()
  const { count, capped = false } = pages.total ?? {}
  const isAdding = totals.fields.length > 0
  return (
    <>
      <span role="status">
        {totals.count !== undefined
          ? say('list.all-shown', { count: totals.count })
          : count !== undefined && say(capped ? 'list.more-than' : 'list.all-shown', { count })}
      </span>
      {totals.isKnown
        ? isAdding && (
            <button
              type="button"
              className={styles.ask}
              onClick={totals.turn}
              title={say(totals.measure === 'sums' ? 'list.show-averages' : 'list.show-sums')}
            >
              {say(totals.measure === 'sums' ? 'list.sum' : 'list.average')}
              <Icon name="chevron-down" size={13} />
            </button>
          )
        : (capped || isAdding) &&
          count !== 0 && (
            <button type="button" className={styles.ask} onClick={totals.ask} disabled={totals.isFetching}>
              <Icon name="sum" size={14} />
              {say(isAdding ? 'list.totals' : 'list.count-all')}
            </button>
          )}
    </>
  )
}
