// A filter as one edits it: a tree of terms, each with a key of its own. Read from the JSON of the API and written to it.

import type { Field } from '../../schema/field.ts'
import { type Asked, asAsked, isComplete, operandsOf } from './operators.ts'

export type How = 'all' | 'any' | 'none'
export type Bound = 'gte' | 'lte' | 'is'
export type Where = Readonly<Record<string, unknown>>

export interface Group {
  readonly kind: 'group'
  readonly key: number
  readonly how: How
  readonly terms: readonly Term[]
}
export interface Condition {
  readonly kind: 'condition'
  readonly key: number
  /** 'status', 'company.industry' */
  readonly path: string
  readonly operator: Asked
  readonly operand: unknown
}
/** How many records of another object point here. */
export interface Count {
  readonly kind: 'count'
  readonly key: number
  readonly of: string
  readonly by: string | undefined
  readonly bound: Bound
  readonly number: number | null
  readonly within: unknown
  /** Which day or moment of theirs the window looks at. */
  readonly at: string | undefined
  readonly where: Group
}
export type Term = Group | Condition | Count

let keys = 0
export const newKey = () => ++keys

export const newGroup = (how: How, terms: readonly Term[] = []): Group => ({ kind: 'group', key: newKey(), how, terms })

/** One that is about nothing yet. */
export const newCondition = (): Condition => ({
  kind: 'condition',
  key: newKey(),
  path: '',
  operator: 'contains',
  operand: undefined,
})

/** The field where a path ends; none where it leads nowhere for this person. */
export type FieldAt = (path: string) => Field | undefined
/** The same of another object, for what is counted. */
export type Fields = (object: string | undefined) => FieldAt

export function readFilter(where: unknown, fields: Fields, object?: string): Group {
  const term = readTerm(where, fields, object)
  return term.kind === 'group' ? term : newGroup('all', [term])
}

function readTerm(where: unknown, fields: Fields, object: string | undefined): Term {
  const terms = isPlain(where)
    ? Object.entries(where).flatMap(([key, value]) => readEntry(key, value, fields, object))
    : []
  return terms.length === 1 ? (terms[0] as Term) : newGroup('all', terms.flatMap(inAll))
}

/** All of these and all of those is all of them. */
const inAll = (term: Term): readonly Term[] => (term.kind === 'group' && term.how === 'all' ? term.terms : [term])

function readEntry(key: string, value: unknown, fields: Fields, object: string | undefined): Term[] {
  const list = () => (Array.isArray(value) ? value.map(item => readTerm(item, fields, object)) : [])
  if (key === 'all') return [newGroup('all', list().flatMap(inAll))]
  if (key === 'any') return [newGroup('any', list())]
  if (key === 'not') return [readNot(readTerm(value, fields, object))]
  if (key === 'count') return isPlain(value) ? [readCount(value, fields)] : []
  const field = fields(object)(key)
  return conditionsOf(value).map(([operator, operand]) => ({
    kind: 'condition',
    key: newKey(),
    path: key,
    ...asAsked(field, operator, operand),
  }))
}

const readNot = (term: Term): Group =>
  term.kind === 'group' && term.how === 'any' ? newGroup('none', term.terms) : newGroup('none', [term])

function readCount(value: Where, fields: Fields): Count {
  const { of, by, where = {}, within = null, at } = value
  const bound = (['gte', 'lte', 'is'] as const).find(name => typeof value[name] === 'number') ?? 'gte'
  return {
    kind: 'count',
    key: newKey(),
    of: String(of),
    by: typeof by === 'string' ? by : undefined,
    bound,
    number: (value[bound] as number | undefined) ?? null,
    within,
    at: typeof at === 'string' ? at : undefined,
    where: readFilter(where, fields, String(of)),
  }
}

/** As the server tells a value from operators: `{ amount, currency }` and `{ id, role }` are values. */
function conditionsOf(value: unknown): [operator: string, operand: unknown][] {
  const isSpelled = isPlain(value) && Object.keys(value).length > 0 && !('currency' in value) && !('id' in value)
  return isSpelled ? Object.entries(value) : [['is', value]]
}

/** What is not finished yet is left out; nothing at all is no filter. */
export const writeFilter = (root: Group, accepts: Accepts = () => true): Where | undefined => writeGroup(root, accepts)

/** Whether a condition of an object is finished; what its value must be is the field's own affair. */
export type Accepts = (condition: Condition, object: string | undefined) => boolean

function writeTerm(term: Term, accepts: Accepts, object?: string): Where | undefined {
  if (term.kind === 'group') return writeGroup(term, accepts, object)
  return term.kind === 'count' ? writeCount(term, accepts) : writeCondition(term, accepts, object)
}

function writeGroup({ how, terms }: Group, accepts: Accepts, object?: string): Where | undefined {
  const written = terms.map(term => writeTerm(term, accepts, object)).filter(where => where !== undefined)
  if (written.length === 0) return undefined
  if (how === 'any') return { any: written }
  if (how === 'none') return { not: written.length === 1 ? written[0] : { any: written } }
  const names = written.flatMap(each => Object.keys(each))
  return new Set(names).size === names.length ? Object.assign({}, ...written) : { all: written }
}

function writeCondition(condition: Condition, accepts: Accepts, object?: string): Where | undefined {
  const { path, operator, operand } = condition
  if (path === '' || !isComplete(operator, operand) || !accepts(condition, object)) return undefined
  const spelled = operandsOf(operator, operand)
  return { [path]: 'is' in spelled ? spelled.is : spelled }
}

function writeCount({ of, by, bound, number, within, at, where }: Count, accepts: Accepts): Where | undefined {
  if (number === null || of === '') return undefined
  const inner = writeGroup(where, accepts, of)
  return {
    count: {
      of,
      ...(by ? { by } : {}),
      ...(inner ? { where: inner } : {}),
      ...(within ? { within, ...(at ? { at } : {}) } : {}),
      [bound]: number,
    },
  }
}

const isPlain = (value: unknown): value is Where => typeof value === 'object' && value !== null && !Array.isArray(value)
