import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import type { Tile } from '../../schema/tile.ts'
import { recordsOf } from '../queries.ts'
import { request } from '../request.ts'
import { useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useChartWords } from '../words/charts/words.ts'
import { type Dashboard, dashboardQuery, dashboardsQuery, type WholeDashboard } from './dashboards.ts'

/** What one does with dashboards; each can be taken back. Answers with what the server answered; what it refused is said. */
export function useDashboardEdits() {
  const say = useChartWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const done = useDone()
  const of = useSchema().byName('dashboard')

  const attempt = async (work: (of: DescribedObject) => Promise<unknown>, message: string) => {
    if (!of) return undefined
    try {
      const answer = await work(of)
      done(message, answer)
      const told = answer as Partial<WholeDashboard>
      if (told.id !== undefined && told.tiles !== undefined)
        queries.setQueryData(dashboardQuery(of, told.id).queryKey, told as WholeDashboard)
      await queries.invalidateQueries({ queryKey: dashboardsQuery(of).queryKey })
      return answer as WholeDashboard
    } catch (error) {
      announceTrouble(error, say)
      return undefined
    }
  }

  return {
    make: async (name: string, tiles: readonly Tile[]) => {
      const made = await attempt(
        of => recordsOf(of).create({ name, tiles: { all: tiles }, place: Date.now() / 1000 }),
        say('dash.made', { name }),
      )
      if (made) await navigate({ to: '/dashboards/$dashboard', params: { dashboard: made.id } })
      return made
    },
    /** As it was seen: who comes second is told. */
    arrange: (dashboard: Dashboard, tiles: readonly Tile[], message = say('dash.saved', { name: dashboard.name })) =>
      attempt(of => recordsOf(of).update(dashboard, { tiles: { all: tiles } }), message),
    rename: (dashboard: Dashboard, name: string) =>
      attempt(of => recordsOf(of).update(dashboard.id, { name }), say('dash.saved', { name })),
    change: (dashboard: Dashboard, values: Partial<Dashboard>) =>
      attempt(of => recordsOf(of).update(dashboard.id, values), say('dash.shared', { name: dashboard.name })),
    openFirst: (dashboard: Dashboard, isFirst: boolean, all: readonly Dashboard[]) => {
      const others = all.filter(
        other => other.opens_first && other.owner_id === dashboard.owner_id && other.id !== dashboard.id,
      )
      const edits = [
        { id: dashboard.id, opens_first: isFirst },
        ...others.map(({ id }) => ({ id, opens_first: false })),
      ]
      return attempt(of => recordsOf(of).updateEach(edits), say('dash.saved', { name: dashboard.name }))
    },
    remove: async (dashboard: Dashboard) => {
      const answer = await attempt(
        ({ plural }) => request({ method: 'DELETE', path: `/api/${plural}`, body: { ids: [dashboard.id] } }),
        say('dash.deleted', { name: dashboard.name }),
      )
      if (answer) await navigate({ to: '/dashboards' })
    },
  }
}
export type DashboardEdits = ReturnType<typeof useDashboardEdits>
