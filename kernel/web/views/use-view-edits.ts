import { useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import type { ListLayout } from '../list/list-state.ts'
import { recordsOf } from '../queries.ts'
import { request } from '../request.ts'
import { useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useListWords } from '../words/list/words.ts'
import { useOpenView } from './use-open-view.ts'
import { placeAt, stateOf, type View, viewsQuery } from './views.ts'

/** What one does with views; each can be taken back. */
export function useViewEdits(object: DescribedObject, state: ListLayout, views: readonly View[]) {
  const say = useListWords()
  const queries = useQueryClient()
  const done = useDone()
  const open = useOpenView(object, views)
  const of = useSchema().byName('view')
  const reload = () => queries.refetchQueries({ queryKey: viewsQuery(of, object.name).queryKey })

  /** Answers with what the server answered; what it refused is said. */
  const attempt = async (work: (of: DescribedObject) => Promise<unknown>, message?: string) => {
    if (!of) return undefined
    try {
      const answer = await work(of)
      await reload()
      if (message !== undefined) done(message, answer)
      return answer
    } catch (error) {
      announceTrouble(error, say)
      return undefined
    }
  }
  const patch = (view: View, values: Partial<View>, message?: string) =>
    attempt(of => recordsOf(of).update(view.id, values), message)

  return {
    save: async (view: View) => {
      const kept = { state: stateOf(state) }
      if (await patch(view, kept, say('view.saved', { name: view.name }))) await open({ ...view, ...kept })
    },
    saveAs: async (name: string, icon: string | null) => {
      const place = Math.max(0, ...views.map(view => view.place + 1))
      const values = { name, icon, object: object.name, state: stateOf(state), place }
      const made = await attempt(of => recordsOf(of).create(values), say('view.saved', { name }))
      if (made) await open(made as View)
    },
    rename: (view: View, name: string, icon: string | null) =>
      patch(view, { name, icon }, say(name === view.name ? 'view.saved' : 'view.renamed', { name })),
    share: (view: View, visibility: View['visibility']) =>
      patch(view, { visibility }, say('view.shared', { name: view.name })),
    defaultFor: (view: View, whom: Partial<Pick<View, 'default_for' | 'default_for_teams'>>) =>
      patch(view, whom, say('view.saved', { name: view.name })),
    openFirst: (view: View, isFirst: boolean) => {
      const others = views.filter(other => other.opens_first && other.owner_id === view.owner_id && other !== view)
      const edits = [{ id: view.id, opens_first: isFirst }, ...others.map(({ id }) => ({ id, opens_first: false }))]
      return attempt(of => recordsOf(of).updateEach(edits), say('view.saved', { name: view.name }))
    },
    moveTo: (view: View, to: number) => {
      const place = placeAt(views, view.id, to)
      if (place === undefined) return undefined
      queries.setQueryData(viewsQuery(of, object.name).queryKey, known =>
        known?.map(each => (each.id === view.id ? { ...each, place } : each)).sort((a, b) => a.place - b.place),
      )
      return patch(view, { place })
    },
    remove: async (view: View) => {
      const answer = await attempt(
        ({ plural }) => request({ method: 'DELETE', path: `/api/${plural}`, body: { ids: [view.id] } }),
        say('view.deleted', { name: view.name }),
      )
      if (answer) await open(undefined)
    },
  }
}
export type ViewEdits = ReturnType<typeof useViewEdits>
