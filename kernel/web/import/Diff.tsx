import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { useImportWords } from '../words/import/words.ts'
import type { Detail, Fate, Import } from './imports.ts'
import styles from './Preview.module.css'
import { Similar, SimilarAdvice } from './Similar.tsx'
import { saidOf } from './said-of.ts'

interface DiffProps {
  readonly object: DescribedObject
  readonly found: Import
  readonly fate: Exclude<Fate, 'failed'>
}

/** Some rows of one fate, each with what would become of its record. */
export function Diff({ object, found, fate }: DiffProps) {
  const say = useImportWords()
  const rows = found.detail.filter(detail => detail.fate === fate)
  const columns = columnsOf(object, found, rows)
  if (rows.length === 0) return <p className={styles.advice}>{say('import.detail.none')}</p>
  return (
    <>
      {fate === 'created' && <SimilarAdvice found={found} rows={rows} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the arrows */}
      <section className={styles.frame} tabIndex={0} aria-label={say(`import.fate.${fate}`)}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.row}>
                {say('import.row')}
              </th>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(detail => (
              <tr key={detail.row}>
                <th scope="row" className={styles.row} data-label={say('import.row')}>
                  {detail.row}
                  {detail.similar && <Similar object={object} similar={detail.similar} />}
                </th>
                {columns.map(({ name, label }) => (
                  <td key={name} data-label={label}>
                    <Cell detail={detail} name={name} found={found} field={fieldOf(object, name)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length < found[fate] && (
        <p className={styles.advice}>{say('import.detail.some', { shown: rows.length, count: found[fate] })}</p>
      )}
    </>
  )
}

/** The fields of the file in its order, then what follows from them. */
function columnsOf(object: DescribedObject, { plan, fields }: Import, rows: readonly Detail[]) {
  const planned = plan.columns.map(({ field }) => field)
  const changed = new Set(rows.flatMap(({ changes }) => Object.keys(changes)))
  const also = [...changed].filter(name => !planned.includes(name))
  return [...planned, ...also].map(name => ({
    name,
    label: fields.find(({ field }) => field === name)?.label ?? fieldOf(object, name)?.label ?? name,
  }))
}

interface CellProps {
  readonly detail: Detail
  readonly name: string
  readonly found: Import
  readonly field: DescribedField | undefined
}

function Cell({ detail, name, found, field }: CellProps) {
  const say = useImportWords()
  const change = detail.changes[name]
  if (!change) return <span className={styles.same}>{sampleOf(found, detail.row, name)}</span>
  const { before, after } = change
  const said = (text: string) => saidOf(field, text, say)
  return (
    <>
      {before !== '' && <del className={styles.before}>{said(before)}</del>}
      {after !== '' && <ins className={styles.after}>{said(after)}</ins>}
    </>
  )
}

/** What is the same before and after is told by the file, as far as it is here. */
function sampleOf({ plan, columns, format }: Import, row: number, name: string) {
  const planned = plan.columns.find(({ field }) => field === name)
  return planned && columns[planned.column]?.samples[row - (format.header ? 2 : 1)]
}
