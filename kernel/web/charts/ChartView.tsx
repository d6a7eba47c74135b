import { useRef } from 'react'
import { type Chart, type ChartAnswer, readBy } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { TileKind } from '../../schema/tile.ts'
import { fieldOf, useLocale } from '../schema/use-schema.ts'
import { useChartWords } from '../words/charts/words.ts'
import { Bars } from './Bars.tsx'
import styles from './Charts.module.css'
import { Columns } from './Columns.tsx'
import { DataTable } from './DataTable.tsx'
import { Funnel } from './Funnel.tsx'
import { Keys } from './Legend.tsx'
import { Lines } from './Lines.tsx'
import { Opens } from './Mark.tsx'
import { type Plot, plotOf } from './plot.ts'
import { Ring } from './Ring.tsx'
import { writingOf } from './say-value.ts'
import { Tips } from './Tips.tsx'
import { Total } from './Total.tsx'
import { useSize } from './use-size.ts'

interface ChartViewProps {
  readonly object: DescribedObject
  readonly chart: Chart
  readonly kind: TileKind
  readonly answer: ChartAnswer
  readonly label: string
  /** In an editor nothing is opened. */
  readonly isPreview?: boolean
}

/** The answer to a chart, drawn. */
export function ChartView({ object, chart, kind, answer, label, isPreview = false }: ChartViewProps) {
  const say = useChartWords()
  const locale = useLocale()
  const { value, without_rate } = answer.total
  const currency = value !== null && typeof value === 'object' ? value.currency : currencyIn(answer)
  const writing = writingOf(chart, locale, currency)
  const plot = plotOf({ object, chart, answer, say, locale })
  return (
    <Opens value={isPreview ? undefined : object.plural}>
      <Tips>
        {kind === 'number' ? (
          <Total answer={answer} writing={writing} label={label} />
        ) : plot.slices.length === 0 ? (
          <p className={styles.none}>{say('chart.nothing')}</p>
        ) : kind === 'table' ? (
          <section className={styles.scroller} aria-label={say('chart.opens', { label, value: say('kind.table') })}>
            <DataTable plot={plot} writing={writing} label={label} heads={headsOf(object, chart)} />
          </section>
        ) : (
          <>
            {plot.series.length > 0 && <Keys plot={plot} />}
            <Drawing kind={kind} plot={plot} writing={writing} label={label} />
          </>
        )}
        {without_rate && <p className={styles.note}>{say('chart.without-rate', { count: without_rate })}</p>}
      </Tips>
    </Opens>
  )
}

const currencyIn = ({ groups }: ChartAnswer) =>
  groups.flat().flatMap(({ value }) => (value !== null && typeof value === 'object' ? [value.currency] : []))[0]

const headsOf = (object: DescribedObject, { by = [] }: Chart) =>
  by.map(one => fieldOf(object, readBy(one).field)?.label ?? '')

interface DrawingProps {
  readonly kind: Exclude<TileKind, 'number' | 'table'>
  readonly plot: Plot
  readonly writing: ReturnType<typeof writingOf>
  readonly label: string
}

function Drawing({ kind, plot, writing, label }: DrawingProps) {
  const room = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(room)
  const Drawn = { bar: plot.isTime ? Columns : Bars, line: Lines, donut: Ring, funnel: Funnel }[kind]
  return (
    <div ref={room} className={styles.room}>
      {width > 0 && height > 0 && <Drawn plot={plot} writing={writing} label={label} width={width} height={height} />}
    </div>
  )
}
