import { useLocale } from '../schema/use-schema.ts'
import { formatNumber } from '../ui/format.ts'
import { useImportWords } from '../words/import/words.ts'
import styles from './Counts.module.css'
import type { Counted, Fate } from './imports.ts'

export const fates: readonly Fate[] = ['created', 'updated', 'unchanged', 'failed']

interface CountsProps {
  readonly found: Counted
  /** With it each is a button that shows its rows. */
  readonly chosen?: Fate | undefined
  readonly onChoose?: (fate: Fate | undefined) => void
}

/** New, changed, unchanged and wrong. */
export function Counts({ found, chosen, onChoose }: CountsProps) {
  const say = useImportWords()
  const locale = useLocale()
  const count = (fate: Fate) => (
    <>
      <strong className={styles.number}>{formatNumber(found[fate], locale)}</strong>
      <span className={styles.label}>{say(`import.fate.${fate}`)}</span>
    </>
  )
  return (
    <ul className={styles.counts}>
      {fates.map(fate => (
        <li key={fate} className={styles.count} data-fate={fate} data-none={found[fate] === 0 || undefined}>
          {onChoose ? (
            <button
              type="button"
              className={styles.choose}
              aria-pressed={chosen === fate}
              disabled={found[fate] === 0}
              onClick={() => onChoose(chosen === fate ? undefined : fate)}
            >
              {count(fate)}
            </button>
          ) : (
            <span className={styles.plain}>{count(fate)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
