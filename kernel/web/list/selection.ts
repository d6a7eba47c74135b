import type { ListAsk } from './use-pages.ts'

/** A record as it stands in the list; where there are groups, in one of them. */
export interface Listed {
  readonly id: string
  readonly group?: string | undefined
}

/** A group as it is chosen: with those of its records that are on no page yet. */
export interface WholeGroup {
  readonly key: string
  readonly where: unknown
  readonly count: number
}

/** All that the list finds, or nothing; but for these groups; and but for these records. Each turns over what is before it. */
export interface Selection {
  readonly isAll: boolean
  readonly groups: ReadonlyMap<string, WholeGroup>
  readonly others: ReadonlyMap<string, Listed>
}

export const nothing: Selection = { isAll: false, groups: new Map(), others: new Map() }
export const everything: Selection = { ...nothing, isAll: true }

export const isChosen = (selection: Selection, { id, group }: Listed) =>
  hasGroup(selection, group) !== selection.others.has(id)

export const isNothing = ({ isAll, groups, others }: Selection) => !isAll && groups.size === 0 && others.size === 0

/** Of the box over all rows. */
export function stateOf(selection: Selection): boolean | 'some' {
  const { isAll, groups, others } = selection
  return groups.size > 0 || others.size > 0 ? 'some' : isAll
}

/** Of the box of a group. */
export function groupState(selection: Selection, { key, count }: WholeGroup): boolean | 'some' {
  const isIn = hasGroup(selection, key)
  const others = othersIn(selection, key)
  if (others === 0) return isIn
  return others < count ? 'some' : !isIn
}

export function choose(selection: Selection, records: readonly Listed[], wanted: boolean): Selection {
  const others = new Map(selection.others)
  for (const record of records)
    if (hasGroup(selection, record.group) === wanted) others.delete(record.id)
    else others.set(record.id, record)
  return withoutEmptied({ ...selection, others })
}

/** A group of which each record was turned over is as if it had never been chosen. */
function withoutEmptied(selection: Selection): Selection {
  const emptied = selection.groups
    .values()
    .filter(({ key, count }) => othersIn(selection, key) >= count)
    .toArray()
  return emptied.reduce((rest, group) => chooseGroup(rest, group, rest.isAll), selection)
}

export function chooseGroup(selection: Selection, group: WholeGroup, wanted: boolean): Selection {
  const groups = new Map(selection.groups)
  if (selection.isAll === wanted) groups.delete(group.key)
  else groups.set(group.key, group)
  const others = [...selection.others].filter(([, record]) => record.group !== group.key)
  return { ...selection, groups, others: new Map(others) }
}

/** How a request over many names them. */
export function choiceOf(selection: Selection, { where, search }: Pick<ListAsk, 'where' | 'search'>) {
  const { isAll, groups, others } = selection
  if (!isAll && groups.size === 0) return { ids: [...others.keys()] }
  const [inGroups, rest] = partsOf(selection)
  const [taken, left] = isAll ? [inGroups, rest] : [rest, inGroups]
  const some = [...groups.values()].map(group => group.where)
  const most = all([
    ...(some.length === 0 ? [] : [isAll ? { not: { any: some } } : some.length > 1 ? { any: some } : some[0]]),
    ...(left.length === 0 ? [] : [{ id: { not_in: left } }]),
  ])
  const chosen = taken.length === 0 ? most : { any: [most, { id: { in: taken } }] }
  return { where: all([where, chosen].filter(isSaid)), ...(search ? { search } : {}) }
}

export function countOf(selection: Selection, total: number) {
  const [inGroups, rest] = partsOf(selection)
  const grouped = [...selection.groups.values()].reduce((sum, { count }) => sum + count, 0)
  const flipped = grouped - inGroups.length + rest.length
  return selection.isAll ? Math.max(0, total - flipped) : flipped
}

const hasGroup = ({ isAll, groups }: Selection, key: string | undefined) =>
  isAll !== (key !== undefined && groups.has(key))

const othersIn = ({ others }: Selection, key: string) =>
  others.values().reduce((sum, { group }) => (group === key ? sum + 1 : sum), 0)

/** The single records: those in one of the groups, and those in none. */
function partsOf({ groups, others }: Selection) {
  const isIn = ({ group }: Listed) => group !== undefined && groups.has(group)
  const all = [...others.values()]
  const ids = (some: readonly Listed[]) => some.map(({ id }) => id)
  return [ids(all.filter(isIn)), ids(all.filter(record => !isIn(record)))] as const
}

const all = (parts: readonly unknown[]) => (parts.length > 1 ? { all: parts } : (parts[0] ?? {}))
const isSaid = (part: unknown) =>
  part !== undefined && !(typeof part === 'object' && part && Object.keys(part).length === 0)
