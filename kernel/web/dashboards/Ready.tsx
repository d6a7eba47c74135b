import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import type { ReadyDashboard } from '../slots/page-parts.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { whenOnline } from '../ui/when-online.ts'
import { useChartWords } from '../words/charts/words.ts'
import { useLanguage } from '../words/words.tsx'
import styles from './Dashboards.module.css'
import { type Dashboard, newId } from './dashboards.ts'
import { Grid } from './Grid.tsx'
import { Picker } from './Picker.tsx'
import { readyTiles } from './ready-tiles.ts'
import { useDashboardEdits } from './use-dashboard-edits.ts'
import { Waiting } from './Waiting.tsx'

interface ReadyProps {
  readonly id: string
  readonly of: ReadyDashboard
  readonly all: readonly Dashboard[]
}

/** As a module brings it, in the language of whoever looks; a copy of it can be changed. */
export function Ready({ id, of, all }: ReadyProps) {
  const say = useChartWords()
  const language = useLanguage()
  const edits = useDashboardEdits()
  const { byName } = useSchema()
  const name = of.label[language]
  useTitle(name)
  const { data, error } = useQuery({
    queryKey: ['ready', id],
    queryFn: whenOnline(of.load),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const tiles = useMemo(() => data && readyTiles(data.tiles, language, byName), [data, language, byName])
  const kept = byName('dashboard')
  if (error) return <TroubleState error={error} />
  if (!tiles) return <Waiting />
  const copy = () =>
    edits.make(
      say('dash.copied-name', { name }),
      tiles.map(tile => ({ ...tile, id: newId() })),
    )
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <Picker all={all} current={id} name={name} />
        <span className={styles.about}>{say('dash.ready.hint')}</span>
        {kept && mayDo(kept, 'create') && (
          <Button variant="default" h={30} leftSection={<Icon name="copy" />} onClick={() => void copy()}>
            {say('dash.copy')}
          </Button>
        )}
      </div>
      <Grid tiles={tiles} />
    </div>
  )
}
