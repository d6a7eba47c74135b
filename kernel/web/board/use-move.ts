import { type InfiniteData, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnyRecord, Included, Page } from '../client.ts'
import { merged } from '../included.ts'
import { forget, recordsOf } from '../queries.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import type { Column } from './board.ts'
import { type BoardOf, boardTotals, columnQuery } from './use-board.ts'

type Pages = InfiniteData<Page<AnyRecord>, string | undefined>

export interface Held {
  readonly record: AnyRecord
  readonly included: Included
  readonly from: Column
}

/** Puts a card into another column at once; what the server refuses goes back, with the reason. */
export function useMove(board: BoardOf) {
  const say = useWords()
  const done = useDone()
  const queries = useQueryClient()
  const { object, field } = board
  const totalsKey = boardTotals(board).queryKey
  const moving = useMutation({
    mutationFn: ({ record, to }: Held & { readonly to: Column }) =>
      recordsOf(object).update(record, { [field.name]: to.key }),
    onMutate: async ({ record, included, from, to }) => {
      const [source, target] = [columnQuery(board, from.key).queryKey, columnQuery(board, to.key).queryKey]
      await queries.cancelQueries({ queryKey: ['list', object.name] })
      const keys: QueryKey[] = [source, target, totalsKey]
      const before = keys.map(key => [key, queries.getQueryData<unknown>(key)] as const)
      queries.setQueryData<Pages>(source, pages => pages && without(pages, record.id))
      queries.setQueryData<Pages>(target, pages => pages && onTop(pages, { ...record, [field.name]: to.key }, included))
      queries.setQueryData(totalsKey, rows =>
        rows?.map(row => ({
          ...row,
          count: row.count + Number(row.group === to.key) - Number(row.group === from.key),
        })),
      )
      return before
    },
    onSuccess: (answer, { record, to }) =>
      done(say('board.moved', { title: titleOf(object, record), to: to.label }), answer),
    onError: (error, _, before) => {
      for (const [key, data] of before ?? []) queries.setQueryData<unknown>(key, data)
      announceTrouble(error, say)
    },
    onSettled: () => forget(queries, object.name),
  })
  return (held: Held, to: Column) => {
    if (to.key !== held.from.key) moving.mutate({ ...held, to })
  }
}

const without = (pages: Pages, id: string): Pages => ({
  ...pages,
  pages: pages.pages.map(page => ({ ...page, rows: page.rows.filter(row => row.id !== id) })),
})

const onTop = (pages: Pages, record: AnyRecord, included: Included): Pages => ({
  ...pages,
  pages: pages.pages.map((page, at) =>
    at === 0 ? { ...page, rows: [record, ...page.rows], included: merged([page.included, included]) } : page,
  ),
})
