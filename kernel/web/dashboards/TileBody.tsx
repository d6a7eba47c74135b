import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import type { Tile } from '../../schema/tile.ts'
import { chartQuery } from '../charts/ask.ts'
import { ChartView } from '../charts/ChartView.tsx'
import { Trouble } from '../request.ts'
import { troubleWords } from '../ui/State.tsx'
import { type ChartSay, useChartWords } from '../words/charts/words.ts'
import styles from './Dashboards.module.css'

interface TileBodyProps {
  readonly tile: Pick<Tile, 'kind' | 'chart'>
  readonly name: string
  readonly object: DescribedObject | undefined
  readonly isPreview?: boolean
}

/** What the chart answers; while it is counted, refused or not reached, that. */
export function TileBody({ tile: { kind, chart }, name, object, isPreview = false }: TileBodyProps) {
  const say = useChartWords()
  const { data, error, isFetching, refetch } = useQuery({ ...chartQuery(chart), enabled: object !== undefined })
  if (!object) return <p className={styles.trouble}>{say('value.unseen')}</p>
  if (error && !data) {
    const why = sayWhy(error, say)
    const mayPass = !(error instanceof Trouble) || ![403, 404, 422].includes(error.status)
    return (
      <div className={styles.trouble} role="alert">
        <p>{why}</p>
        {mayPass && (
          <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
            {say('trouble.retry')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className={styles.body} aria-busy={isFetching}>
      {data ? (
        <ChartView object={object} chart={chart} kind={kind} answer={data} label={name} isPreview={isPreview} />
      ) : (
        <Skeleton
          h={kind === 'number' ? 34 : '100%'}
          w={kind === 'number' ? 110 : '100%'}
          aria-label={say('chart.loading')}
        />
      )}
    </div>
  )
}

/** Fields are named in forms; a tile says as much of what is hidden as one may know. */
function sayWhy(error: unknown, say: ChartSay) {
  const { title, hint } = troubleWords(error, say)
  const fields = error instanceof Trouble ? error.fields : []
  if (fields.some(({ code }) => code.endsWith('.unknown-field'))) return say('tile.unseen')
  return fields.map(({ message }) => message).join(' ') || [title, hint].filter(Boolean).join(' ')
}
