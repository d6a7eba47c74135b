import { fieldOf, useLocale } from '#kernel/web/schema/use-schema.ts'
import { formatMoney } from '#kernel/web/ui/format.ts'
import { useSalesWords } from '../words/words.ts'
import { DecimalCell } from './DecimalCell.tsx'
import type { LineRowProps } from './LineRow.tsx'
import styles from './Lines.module.css'
import { amountIn, type Line, writtenAs } from './line.ts'

type LineTermsProps = Pick<LineRowProps, 'object' | 'line' | 'currency' | 'isStill' | 'onType' | 'onSave'>

/** How often it is paid, for how long, and what is taken off the line as a whole. */
export function LineTerms({ isStill, ...props }: LineTermsProps) {
  return isStill ? <TermsAsSaid line={props.line} /> : <TermsToWrite {...props} />
}

function TermsAsSaid({ line: { recurring, periods, discount_amount } }: { readonly line: Line }) {
  const say = useSalesWords()
  const locale = useLocale()
  const said = [
    say(`lines.${recurring ?? 'none'}`),
    periods && say('lines.times', { count: periods }),
    discount_amount && say('lines.off', { amount: formatMoney(discount_amount, locale) }),
  ]
  return <span className={styles.terms}>{said.filter(Boolean).join(' · ')}</span>
}

function TermsToWrite({ object, line, currency, onType, onSave }: Omit<LineTermsProps, 'isStill'>) {
  const say = useSalesWords()
  const recurring = line.recurring ?? 'none'
  const labelled = (label: string) => say('lines.cell', { label, name: line.name ?? '' })
  return (
    <span className={styles.terms}>
      <select
        aria-label={labelled(say('lines.paid'))}
        value={recurring}
        onChange={event => onSave({ recurring: event.currentTarget.value as typeof recurring })}
      >
        {(['none', 'month', 'year'] as const).map(each => (
          <option key={each} value={each}>
            {say(`lines.${each}`)}
          </option>
        ))}
      </select>
      {recurring !== 'none' && (
        <>
          <span aria-hidden>×</span>
          <DecimalCell
            cell="periods"
            label={labelled(say('lines.periods'))}
            value={line.periods === null ? '' : String(line.periods)}
            placeholder="∞"
            isStill={false}
            onType={() => {}}
            onSave={text => onSave({ periods: text === '' ? null : Number(text) })}
          />
        </>
      )}
      {fieldOf(object, 'discount_amount') && (
        <span className={styles.reduction} data-none={!line.discount_amount || undefined}>
          <span aria-hidden>−</span>
          <DecimalCell
            cell="discount_amount"
            label={labelled(say('lines.reduction'))}
            value={writtenAs(line.discount_amount)}
            placeholder={say('lines.reduction')}
            isStill={false}
            onType={text => onType(text === undefined ? undefined : { discount_amount: amountIn(text, currency) })}
            onSave={text => {
              onType(undefined)
              onSave({ discount_amount: amountIn(text, currency) })
            }}
          />
        </span>
      )}
    </span>
  )
}
