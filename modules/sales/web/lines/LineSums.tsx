import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { formatMoney, formatPercent } from '#kernel/web/ui/format.ts'
import { useSalesWords } from '../words/words.ts'
import styles from './Lines.module.css'
import { type Line, moneyOf, ratesOf, sumsOf } from './line.ts'

/** What it comes to: each rhythm that there is, and all of it. */
export function LineSums({ lines, currency }: { readonly lines: readonly Line[]; readonly currency: string }) {
  const say = useSalesWords()
  const locale = useLocale()
  const priced = lines.filter(({ unit_price }) => unit_price)
  if (priced.length === 0) return null
  const { contract, each } = sumsOf(priced)
  const rhythms = (['none', 'month', 'year'] as const).filter(name =>
    priced.some(({ recurring }) => (recurring ?? 'none') === name),
  )
  const isPlain = rhythms.length === 1 && rhythms[0] === 'none'
  const rows = [
    ...(isPlain ? [] : rhythms.map(name => ({ label: say(`lines.${name}`), sum: each[name] }))),
    { label: say('lines.all'), sum: contract },
  ]
  const written = (coins: bigint) => formatMoney(moneyOf(coins, currency), locale)
  return (
    <table className={styles.sums}>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('lines.net')}</th>
          <th scope="col">{say('lines.taxed')}</th>
          <th scope="col">{say('lines.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, sum: { net, tax } }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{written(net)}</td>
            <td>{written(tax)}</td>
            <td>{written(net + tax)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {ratesOf(priced).map(({ rate, net, tax }) => (
          <tr key={rate}>
            <th scope="row">{say('lines.rate', { percent: formatPercent(rate, locale) })}</th>
            <td>{written(net)}</td>
            <td>{written(tax)}</td>
            <td />
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
