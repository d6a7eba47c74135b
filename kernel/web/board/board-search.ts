import { given, type ListSearch, readListSearch, text } from '../list/list-search.ts'

/** The address of a board: what the list has, by what it is divided, and within what. */
export interface BoardSearch extends ListSearch {
  readonly by?: string | undefined
  readonly within?: string | undefined
}

export const readBoardSearch = (search: Readonly<Record<string, unknown>>): BoardSearch =>
  given({ ...readListSearch(search), by: text(search.by), within: text(search.within) })
