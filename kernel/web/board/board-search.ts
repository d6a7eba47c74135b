import { isPlainObject } from '../../fields/list.ts'
import { given, type ListSearch, readListSearch, text } from '../list/list-search.ts'
import type { Limits } from '../list/list-state.ts'

/** The address of a board: what the list has, by what it is divided, and within what. */
export interface BoardSearch extends ListSearch {
  readonly by?: string | undefined
  readonly within?: string | undefined
  readonly most?: Limits | undefined
}

export const readBoardSearch = (search: Readonly<Record<string, unknown>>): BoardSearch =>
  given({ ...readListSearch(search), by: text(search.by), within: text(search.within), most: limitsIn(search.most) })

/** What somebody else wrote there is left out. */
export const limitsIn = (value: unknown): Limits | undefined =>
  isPlainObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .flatMap(([key, most]) => (typeof most === 'number' && most >= 1 ? [[key, most] as const] : []))
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    : undefined
