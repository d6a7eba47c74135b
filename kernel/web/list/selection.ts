import type { ListAsk } from './use-pages.ts'

/** Records by their ids; or everything that the list finds, those on no page too, but for a few. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly but: ReadonlySet<string> }

export const nothing: Selection = { kind: 'some', ids: new Set() }
export const everything: Selection = { kind: 'all', but: new Set() }

export const isChosen = (selection: Selection, id: string) =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.but.has(id)

export const isNothing = (selection: Selection) => selection.kind === 'some' && selection.ids.size === 0

export function choose(selection: Selection, ids: readonly string[], wanted: boolean): Selection {
  if (selection.kind === 'all') return { kind: 'all', but: changed(selection.but, ids, !wanted) }
  return { kind: 'some', ids: changed(selection.ids, ids, wanted) }
}

function changed(before: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  return isIn ? before.union(new Set(ids)) : before.difference(new Set(ids))
}

/** How a request over many names them. */
export function choiceOf(selection: Selection, { where, search }: Pick<ListAsk, 'where' | 'search'>) {
  if (selection.kind === 'some') return { ids: [...selection.ids] }
  const but = selection.but.size ? [{ id: { not_in: [...selection.but] } }] : []
  const all = [...(where === undefined ? [] : [where]), ...but]
  return { where: all.length > 1 ? { all } : (all[0] ?? {}), ...(search ? { search } : {}) }
}

export function countOf(selection: Selection, total: number) {
  return selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.but.size)
}
