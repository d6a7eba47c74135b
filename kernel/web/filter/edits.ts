// Changes of the tree of a filter, each as a new tree.

import type { State } from '../../schema/object.ts'
import { firstQuestion } from './operators.ts'
import type { Subject } from './subjects.ts'
import { type Count, type Group, newGroup, newKey, type Term } from './tree.ts'

export const addTerm = (root: Group, groupKey: number, term: Term): Group =>
  inGroup(root, group => (group.key === groupKey ? { ...group, terms: [...group.terms, term] } : group))

export const replaceTerm = (root: Group, term: Term): Group =>
  root.key === term.key
    ? (term as Group)
    : inGroup(root, group => ({ ...group, terms: group.terms.map(each => (each.key === term.key ? term : each)) }))

export const removeTerm = (root: Group, key: number): Group =>
  inGroup(root, group => ({ ...group, terms: group.terms.filter(term => term.key !== key) }))

/** Every group from the innermost outwards, also those of what is counted. */
function inGroup(group: Group, change: (group: Group) => Group): Group {
  return change({
    ...group,
    terms: group.terms.map(term => {
      if (term.kind === 'group') return inGroup(term, change)
      return term.kind === 'count' ? { ...term, where: inGroup(term.where, change) } : term
    }),
  })
}

/** The term that asks of a subject what one usually asks. */
export function termOf(subject: Subject, key = newKey()): Term {
  if (subject.kind === 'field') return { kind: 'condition', key, path: subject.path, ...firstQuestion(subject.field) }
  if (subject.kind === 'count') return count(key, subject.of.name, subject.by)
  const none = subject.planned.map(({ of, step }, at) => ({
    ...count(at === 0 ? key : newKey(), of.name, step.about),
    bound: 'is' as const,
    number: 0,
    where: newGroup('all', Object.entries(step.where).map(isLike)),
  }))
  return none.length === 1 ? (none[0] as Term) : { ...newGroup('all', none), key }
}

const count = (key: number, of: string, by: string): Count => ({
  kind: 'count',
  key,
  of,
  by,
  bound: 'gte',
  number: 1,
  within: null,
  at: undefined,
  where: newGroup('all'),
})

const isLike = ([path, wanted]: [string, State[string]]): Term => ({
  kind: 'condition',
  key: newKey(),
  path,
  operator: 'in',
  operand: [wanted].flat(),
})

/** How many levels lie under a group; the server takes so many and no more. */
export function depthOf(term: Term): number {
  if (term.kind === 'condition') return 0
  const inner = term.kind === 'count' ? [term.where] : term.terms
  return 1 + Math.max(0, ...inner.map(depthOf))
}
