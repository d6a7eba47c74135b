import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Chart } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { Tile } from '../../schema/tile.ts'
import type { ListState } from '../list/list-state.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { useChartWords } from '../words/charts/words.ts'
import { type Dashboard, dashboardQuery, dashboardsQuery, tilesIn } from './dashboards.ts'
import { byOf, fitted } from './measures.ts'
import TileEditor from './TileEditor.tsx'
import { useTileName } from './tile-name.ts'
import { useDashboardEdits } from './use-dashboard-edits.ts'

interface ChartOfListProps {
  readonly object: DescribedObject
  readonly state: Pick<ListState, 'where' | 'group'>
  readonly view: string | undefined
  readonly onClose: () => void
}

/** A tile of what a list shows: of its view or its filter, divided as it is grouped. */
export default function ChartOfList({ object, state, view, onClose }: ChartOfListProps) {
  const say = useChartWords()
  const { byName, person } = useSchema()
  const of = byName('dashboard')
  const { data: all = [] } = useQuery(dashboardsQuery(of))
  const mine = all.filter(({ owner_id }) => owner_id === person.id)
  const [chosen, choose] = useState<string>()
  const on = mine.find(({ id }) => id === (chosen ?? mine[0]?.id))
  const [start] = useState(() => startOf(object, state, view))
  const put = usePut(of)
  return (
    <TileEditor
      tile={start}
      title={say('from-list.title', { label: object.label[1] })}
      submit={say('tile.save')}
      onDone={tile => put(tile, on)}
      onClose={onClose}
    >
      <Select
        label={say('from-list.to')}
        data={[...mine.map(({ id, name }) => ({ value: id, label: name })), { value: 'new', label: say('dash.new') }]}
        value={on?.id ?? 'new'}
        onChange={value => value && choose(value)}
        allowDeselect={false}
      />
    </TileEditor>
  )
}

function startOf(object: DescribedObject, { where, group }: ChartOfListProps['state'], view: string | undefined) {
  const field = group ? fieldOf(object, group) : undefined
  const chart: Chart = {
    object: object.name,
    ...(view ? { view } : where ? { where } : {}),
    ...(field ? { by: [byOf(field)] } : {}),
  }
  return { kind: 'bar' as const, chart: fitted(chart, object, 'bar') }
}

/** At the end of a dashboard as it is now, or on a new one. */
function usePut(of: DescribedObject | undefined) {
  const say = useChartWords()
  const queries = useQueryClient()
  const edits = useDashboardEdits()
  const nameOf = useTileName()
  return async (tile: Tile, on: Dashboard | undefined) => {
    if (!of || !on) return edits.make(say('dash.first-name'), [tile])
    try {
      const now = await queries.fetchQuery({ ...dashboardQuery(of, on.id), staleTime: 0 })
      const message = say('from-list.done', { tile: nameOf(tile), name: on.name })
      return await edits.arrange(now, [...tilesIn(now), tile], message)
    } catch (error) {
      return announceTrouble(error, say)
    }
  }
}
