import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Tile } from '../../schema/tile.ts'
import { useCommands } from '../commands/registry.ts'
import { Trouble } from '../request.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { Icon } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useChartWords } from '../words/charts/words.ts'
import { DashboardGone } from './DashboardGone.tsx'
import { DashboardMenu } from './DashboardMenu.tsx'
import styles from './Dashboards.module.css'
import { type Dashboard, dashboardQuery, tilesIn, type WholeDashboard } from './dashboards.ts'
import { FromReady } from './FromReady.tsx'
import { Grid } from './Grid.tsx'
import { Picker } from './Picker.tsx'
import { useDashboardEdits } from './use-dashboard-edits.ts'
import { Waiting } from './Waiting.tsx'

const TileEditor = lazyPart(() => import('./TileEditor.tsx'))

interface KeptProps {
  readonly of: DescribedObject
  readonly id: string
  readonly all: readonly Dashboard[]
}

/** A dashboard that somebody keeps. */
export function Kept({ of, id, all }: KeptProps) {
  const { data, error, refetch } = useQuery(dashboardQuery(of, id))
  if (error instanceof Trouble && [403, 404, 422].includes(error.status)) return <DashboardGone />
  if (error) return <TroubleState error={error} retry={() => void refetch()} level={1} />
  if (data?.deleted_at) return <DashboardGone />
  return data ? <Open of={of} dashboard={data} all={all} /> : <Waiting />
}

interface OpenProps {
  readonly of: DescribedObject
  readonly dashboard: WholeDashboard
  readonly all: readonly Dashboard[]
}

/** While one arranges, nothing is written until one is done. */
interface Arranging {
  readonly tiles: readonly Tile[]
  /** What it began from: who changed it meanwhile is not written over. */
  readonly from: WholeDashboard
}

function Open({ of, dashboard, all }: OpenProps) {
  const say = useChartWords()
  const { person } = useSchema()
  const edits = useDashboardEdits()
  const [arranging, arrange] = useState<Arranging>()
  const [editing, setEditing] = useState<Tile | 'new'>()
  useTitle(dashboard.name)
  const isMine = (dashboard.owner_id === person.id || person.administrator) && mayDo(of, 'edit')
  const tiles = arranging?.tiles ?? tilesIn(dashboard)
  const put = async (next: readonly Tile[]) => {
    if (arranging) arrange({ ...arranging, tiles: next })
    else await edits.arrange(dashboard, next)
  }
  const begin = () => arrange({ tiles: tilesIn(dashboard), from: dashboard })
  const end = async () => {
    if (!arranging) return
    const isSame = JSON.stringify(arranging.tiles) === JSON.stringify(tilesIn(arranging.from))
    if (isSame || (await edits.arrange(arranging.from, arranging.tiles))) arrange(undefined)
  }
  const add = { id: 'dashboard.add', label: say('dash.add'), icon: 'plus', keys: 'a', group: 'here' } as const
  useCommands(isMine ? [{ ...add, run: () => setEditing('new') }] : [])
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <Picker all={all} current={dashboard.id} name={dashboard.name} />
        {arranging ? (
          <>
            <span className={styles.about}>{say('dash.arranging')}</span>
            <Button variant="default" h={30} onClick={() => arrange(undefined)}>
              {say('dash.cancel')}
            </Button>
            <Button h={30} onClick={() => void end()}>
              {say('dash.done')}
            </Button>
          </>
        ) : (
          isMine && (
            <div className={styles.tools}>
              {tiles.length > 0 && (
                <Button variant="subtle" h={30} leftSection={<Icon name="board" />} onClick={begin}>
                  {say('dash.edit')}
                </Button>
              )}
              <Button variant="default" h={30} leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
                {say('dash.add')}
              </Button>
              <DashboardMenu dashboard={dashboard} all={all} edits={edits} />
            </div>
          )
        )}
      </div>
      {tiles.length === 0 ? (
        <State icon="chart" title={say('dash.empty')} hint={say(isMine ? 'dash.empty.hint' : 'dash.empty.other')}>
          {isMine && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
              {say('dash.add')}
            </Button>
          )}
          {isMine && <FromReady onPut={put} />}
        </State>
      ) : (
        <Grid
          tiles={tiles}
          {...(isMine ? { onChange: put, onEdit: setEditing } : {})}
          {...(arranging ? { arranging: true } : {})}
        />
      )}
      {editing && (
        <Suspense>
          <TileEditor
            {...(editing === 'new' ? {} : { tile: editing })}
            onDone={tile =>
              put(editing === 'new' ? [...tiles, tile] : tiles.map(each => (each.id === tile.id ? tile : each)))
            }
            onClose={() => setEditing(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}
