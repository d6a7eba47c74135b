import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { placesOf } from '#kernel/web/order/moved.ts'
import { forget, listOnce, recordsOf } from '#kernel/web/queries.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import { useDone } from '#kernel/web/undo/use-undo.ts'
import { useSalesWords } from '../words/words.ts'
import type { Line } from './line.ts'

export type LinePatch = Partial<Omit<Line, 'id' | 'version'>>

/** The lines of one record, read and written: each change shows at once, and goes out after the one before. */
export function useLines(object: DescribedObject, of: string, id: string) {
  const say = useSalesWords()
  const queries = useQueryClient()
  const done = useDone()
  const query = listOnce(object, { where: { [of]: id }, sort: 'place', limit: 200 })
  const { data, error, refetch } = useQuery(query)
  const lines = (data?.rows ?? none) as readonly Line[]
  const show = (change: (rows: readonly Line[]) => readonly Line[]) =>
    queries.setQueryData(query.queryKey, page => page && { ...page, rows: change(page.rows as readonly Line[]) })
  const shared = {
    scope: { id: `lines of ${id}` },
    onError: (trouble: unknown) => announceTrouble(trouble, say),
    onSettled: () => Promise.all([forget(queries, of), forget(queries, object.name)]),
  }
  const records = recordsOf(object)
  const saving = useMutation({
    ...shared,
    mutationFn: ({ line, patch }: { readonly line: Line; readonly patch: LinePatch }) => records.update(line.id, patch),
    onMutate: async ({ line, patch }) => {
      await queries.cancelQueries({ queryKey: query.queryKey })
      show(rows => rows.map(row => (row.id === line.id ? { ...row, ...patch } : row)))
    },
    onSuccess: saved => show(rows => rows.map(row => (row.id === saved.id ? (saved as Line) : row))),
  })
  const adding = useMutation({
    ...shared,
    mutationFn: (draft: LinePatch) => records.create({ ...draft, [of]: id, place: lines.length }),
    onSuccess: made => show(rows => [...rows, made as Line]),
  })
  const removing = useMutation({
    ...shared,
    mutationFn: (line: Line) => records.remove(line.id),
    onMutate: line => show(rows => rows.filter(row => row.id !== line.id)),
    onSuccess: (answer, line) => done(say('record.removed', { title: line.name ?? '' }), answer),
  })
  const ordering = useMutation({
    ...shared,
    mutationFn: (rows: readonly Line[]) => records.updateEach(placesOf(rows)),
    onMutate: rows => show(() => rows.map((row, place) => ({ ...row, place }))),
  })
  return {
    lines,
    isThere: data !== undefined,
    error: data ? null : error,
    retry: () => void refetch(),
    save: (line: Line, patch: LinePatch) => saving.mutate({ line, patch }),
    add: adding.mutateAsync,
    remove: removing.mutate,
    order: ordering.mutate,
  }
}

const none: readonly Line[] = []
