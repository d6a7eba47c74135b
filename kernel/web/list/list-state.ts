// What a list shows, as one plain value: taken from the address and written to it.

import { useCallback, useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { useAddress } from './list-address.ts'
import type { ListSearch } from './list-search.ts'

export interface ListState {
  /** The saved view it began with. */
  readonly view: string | undefined
  readonly q: string | undefined
  /** A filter, as the API takes it. */
  readonly where: Readonly<Record<string, unknown>> | undefined
  /** 'name' or '-name', the most important first. */
  readonly sort: readonly string[]
  readonly columns: readonly ListColumn[]
  readonly group: string | undefined
}

export interface ListColumn {
  /** Of a field; `id` is the record itself, by its name. */
  readonly name: string
  readonly width?: number
  readonly pinned?: true
}

/** The part that a saved view keeps; it may be a board instead of a list. */
export interface ListLayout extends Pick<ListState, 'where' | 'sort' | 'columns' | 'group'> {
  readonly board?: BoardLayout | undefined
}

export interface BoardLayout {
  /** The field whose values are the columns. */
  readonly by: string
  /** The record whose parts are the columns, where there are several such. */
  readonly within?: string | undefined
  /** How many should stand in a column at once, by its value. */
  readonly most?: Limits | undefined
}
export type Limits = Readonly<Record<string, number>>

export type ChangeList = (change: Partial<ListState>) => void

/** What the address says, on top of `base`: the layout of a saved view, or what the declaration says. */
export function useListState(
  object: DescribedObject,
  base: ListLayout = layoutOf(object),
): readonly [state: ListState, change: ChangeList] {
  const [search, go] = useAddress()
  const state = useMemo(() => readState(search, base, object), [search, base, object])
  const change = useCallback<ChangeList>(
    wanted =>
      go(({ closed, ...before }) => ({
        ...before,
        ...writeState({ ...readState(before, base, object), ...wanted }, base),
        ...('group' in wanted ? {} : { closed }),
      })),
    [go, base, object],
  )
  return [state, change]
}

const layouts = new WeakMap<DescribedObject, ListLayout>()

/** What the declaration says. */
export function layoutOf(object: DescribedObject): ListLayout {
  const known = layouts.get(object)
  if (known) return known
  const names = object.list.filter(name => !object.title.includes(name))
  const layout = { where: undefined, sort: [], columns: withTitle(names.map(name => ({ name }))), group: undefined }
  layouts.set(object, layout)
  return layout
}

export function readState(search: ListSearch, base: ListLayout, object: DescribedObject): ListState {
  return {
    view: search.view,
    q: search.q,
    where: search.where ? filled(search.where) : base.where,
    sort: search.sort === undefined ? base.sort : search.sort.split(',').filter(key => isKnown(object, key)),
    columns: search.columns === undefined ? base.columns : withTitle(readColumns(search.columns, object)),
    group: search.group === undefined ? base.group : search.group === none ? undefined : search.group,
  }
}

/** Only what differs from the base; an empty filter takes away that of a view. */
export function writeState(state: ListState, base: ListLayout): ListSearch {
  const columns = writeColumns(state.columns)
  const sort = state.sort.join(',')
  return {
    view: state.view,
    q: state.q || undefined,
    where: isSame(state.where, base.where) ? undefined : (state.where ?? {}),
    sort: sort === base.sort.join(',') ? undefined : sort || none,
    columns: columns === writeColumns(base.columns) ? undefined : columns,
    group: state.group === base.group ? undefined : (state.group ?? none),
  }
}

const filled = (where: Readonly<Record<string, unknown>>) => (Object.keys(where).length ? where : undefined)

/** Says that there is no sort, or no group, where the view has one. */
const none = '-'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? {}) === JSON.stringify(b ?? {})

const isKnown = (object: DescribedObject, key: string) => fieldOf(object, key.replace(/^-/, '')) !== undefined

/** The record itself stands first, whatever else is shown. */
export function withTitle(columns: readonly ListColumn[]): readonly ListColumn[] {
  const title = columns.find(({ name }) => name === 'id') ?? { name: 'id' }
  return [title, ...columns.filter(({ name }) => name !== 'id')]
}

/** A field that went away, or that this person may not see, is left out. */
const readColumns = (columns: string, object: DescribedObject): ListColumn[] =>
  columns.split(',').flatMap(column => {
    const [name = '', ...rest] = column.split('.')
    if (name !== 'id' && !fieldOf(object, name)) return []
    const width = Number(rest.find(part => /^\d+$/.test(part)))
    return [{ name, ...(width ? { width } : {}), ...(rest.includes('pinned') ? { pinned: true as const } : {}) }]
  })

const writeColumns = (columns: readonly ListColumn[]) =>
  columns
    .map(({ name, width, pinned }) => [name, ...(width ? [width] : []), ...(pinned ? ['pinned'] : [])].join('.'))
    .join(',')
