import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnyRecord, Included, Page } from '../client.ts'
import { merged } from '../included.ts'
import { pageQuery } from '../list/use-pages.ts'
import { forget, recordsOf } from '../queries.ts'
import { troubledFields } from '../schema/troubled-fields.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useListWords } from '../words/list/words.ts'
import type { Column } from './board.ts'
import { afterMove } from './sums.ts'
import { type BoardOf, boardTotals, columnAsk } from './use-board.ts'

export interface Held {
  readonly record: AnyRecord
  readonly included: Included
  readonly from: Column
}

/** Puts a card into another column at once; what the server refuses goes back, with the reason. */
export function useMove(board: BoardOf) {
  const say = useListWords()
  const done = useDone()
  const queries = useQueryClient()
  const { object, field, money } = board
  const totalsKey = boardTotals(board).queryKey
  const firstPage = ({ key }: Column) => pageQuery(object, columnAsk(board, key), undefined).queryKey
  const moving = useMutation({
    mutationFn: ({ record, to }: Held & { readonly to: Column }) =>
      recordsOf(object).update(record, { [field.name]: to.key }),
    onMutate: async ({ record, included, from, to }) => {
      await queries.cancelQueries({ queryKey: ['list', object.name] })
      const source = { queryKey: firstPage(from).slice(0, -1) }
      const target = { queryKey: firstPage(to) }
      const before = [source, target, { queryKey: totalsKey }].flatMap(filter => queries.getQueriesData(filter))
      queries.setQueriesData<Page<AnyRecord>>(source, page => page && without(page, record.id))
      queries.setQueriesData<Page<AnyRecord>>(
        target,
        page => page && onTop(page, { ...record, [field.name]: to.key }, included),
      )
      queries.setQueryData(
        totalsKey,
        rows => rows && afterMove(rows, record, { from: from.key, to: to.key, money: money?.name }),
      )
      return before
    },
    onSuccess: (answer, { record, to }) =>
      done(say('board.moved', { title: titleOf(object, record), to: to.label }), answer),
    onError: (error, _, before) => {
      for (const [key, data] of before ?? []) queries.setQueryData<unknown>(key, data)
      announceTrouble(error, say, troubledFields(error, object))
    },
    onSettled: () => forget(queries, object.name),
  })
  return (held: Held, to: Column) => {
    if (to.key !== held.from.key) moving.mutate({ ...held, to })
  }
}

const without = (page: Page<AnyRecord>, id: string) => ({ ...page, rows: page.rows.filter(row => row.id !== id) })

const onTop = (page: Page<AnyRecord>, record: AnyRecord, included: Included) => ({
  ...page,
  rows: [record, ...page.rows],
  included: merged([page.included, included]),
})
