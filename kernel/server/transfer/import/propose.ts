import { isId, typeOf } from '../../../fields/index.ts'
import type { Field } from '../../../schema/field.ts'
import { FieldProblem, isLinks, type Locale } from '../../../schema/field-type.ts'
import { fold } from '../../../schema/fold.ts'
import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/rights.ts'
import type { Model, Models } from '../../tables/model.ts'
import type { Words } from '../../words/words.ts'
import type { Plan, PlannedColumn } from './plan.ts'
import { synonyms, typeSynonyms } from './synonyms.ts'
import { idColumn, keyFields, matchesOf, writableFields } from './targets.ts'

export interface Proposing {
  readonly model: Model
  readonly models: Models
  readonly actor: Actor
  readonly words: Words
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/** The header of the column that says what was wrong with a row that is sent again. */
export const problemHeader = 'import_problem'

/** A plan to start from: columns by their names, then by what other programs call them, then by what is in them. */
export function proposePlan(proposing: Proposing): Plan {
  const { actor, model } = proposing
  const columns = proposeColumns(proposing).map(({ because: _, ...column }) => column)
  const by = keyFields(actor, model).find(name => columns.some(({ field }) => field === name)) ?? null
  const mode =
    by === null || !may(actor, model, 'edit')
      ? 'create'
      : may(actor, model, 'create') && by !== idColumn
        ? 'upsert'
        : 'update'
  return { mode, by: mode === 'create' ? null : by, columns, blank: 'keep', dates: proposeDates(proposing, columns) }
}

/** Why a column is thought to be a field: it is called so, other programs call it so, or its values look so. */
export type Because = 'name' | 'synonym' | 'values'

interface Candidate {
  readonly field: string
  readonly match?: string
  /** Names in the order in which they are believed. */
  readonly names: readonly (readonly string[])[]
}

export function proposeColumns(proposing: Proposing): (PlannedColumn & { readonly because: Because })[] {
  const { headers } = proposing
  const candidates = candidatesOf(proposing)
  const found: (PlannedColumn & { readonly because: Because })[] = []
  const isFree = (column: number, field: string) =>
    !found.some(other => other.column === column || other.field === field)
  const take = (column: number, { field, match }: Pick<Candidate, 'field' | 'match'>, because: Because) => {
    if (isFree(column, field))
      found.push({ column, field, because, ...(match === undefined ? {} : { match, missing: 'error' }) })
  }
  const plain = headers.map(plainName)
  for (const rank of [0, 1, 2, 3])
    for (const [column, header] of plain.entries())
      for (const candidate of header && header !== plainName(problemHeader) ? candidates : [])
        if (candidate.names[rank]?.includes(header)) take(column, candidate, rank === 3 ? 'synonym' : 'name')
  for (const column of headers.keys()) {
    const candidate =
      plain[column] === plainName(problemHeader)
        ? undefined
        : byValues(proposing, column, field => isFree(column, field))
    if (candidate) take(column, candidate, 'values')
  }
  return found.sort((a, b) => a.column - b.column)
}

export const plainName = (header: string) =>
  fold(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An id is surer than a title, so a column `company.id` is believed before one that is called `company`. */
function candidatesOf({ actor, model, models, words, headers, sample }: Proposing): Candidate[] {
  const fields = writableFields(actor, model)
  const labels = ['en', 'fr'].map(language => words.labelsOf(model, language).fields)
  const called = (name: string) => [name, ...labels.flatMap(said => said[name]?.label ?? [])].map(plainName)
  const pointed = fields.filter(([, field]) => field.type === 'ref' || isLinks(field))
  return [
    ...(headers.some((_, column) => sample.some(cells => isId(cells[column]?.trim())))
      ? [{ field: idColumn, names: [['id'], [], [], synonyms.id ?? []] }]
      : []),
    ...pointed.flatMap(([name, field]) => {
      const [title, ...others] = matchesOf(actor, models, field)
      return title === undefined
        ? []
        : others.map(match => ({ field: name, match, names: byMatch(match, called(name)) }))
    }),
    ...fields.map(([name, field]) => {
      const [match] = matchesOf(actor, models, field)
      const others = [...(synonyms[name] ?? []), ...(typeSynonyms[field.type] ?? [])]
      return { field: name, ...(match ? { match } : {}), names: [[], [plainName(name)], called(name), others] }
    }),
  ]
}

const byMatch = (match: string, labels: readonly string[]) => {
  const names = labels.map(label => `${label} ${plainName(match)}`)
  return match === idColumn ? [names] : [[], names]
}

/** Types whose values speak for themselves. */
const telling = new Set(['email', 'phone', 'url', 'choice', 'code'])

function byValues(
  { actor, model, sample, headers }: Proposing,
  column: number,
  isFree: (field: string) => boolean,
): Candidate | undefined {
  const values = sample.map(cells => cells[column]?.trim() ?? '').filter(Boolean)
  if (values.length < 2) return undefined
  const fits = ([name, field]: readonly [string, Field]) =>
    telling.has(field.type) &&
    isFree(name) &&
    values.filter(value => looksLike(field, value, actor.locale)).length >= values.length * 0.8
  const [name] = writableFields(actor, model).find(fits) ?? []
  return name && !/\d$/.test(headers[column] ?? '') ? { field: name, names: [] } : undefined
}

function looksLike(field: Field, value: string, locale: Locale) {
  if (field.type === 'phone' && !/^[+0(][\d\s().+/-]{5,}$/.test(value)) return false
  if (field.type === 'url' && !/^(https?:\/\/|www\.)/i.test(value)) return false
  try {
    const type = typeOf(field)
    type.parse(type.fromText(value, field, locale), field, locale)
    return true
  } catch (error) {
    if (error instanceof FieldProblem) return false
    throw error
  }
}

/** 25/12 and 12/25 give it away; where nothing does, the country decides. */
function proposeDates({ actor, model, sample }: Proposing, columns: readonly PlannedColumn[]): Plan['dates'] {
  const dated = columns.filter(({ field }) => ['date', 'moment'].includes(model.fields[field]?.type ?? ''))
  const pairs = dated.flatMap(({ column }) =>
    sample.flatMap(cells => [...(cells[column] ?? '').matchAll(/^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/g)]),
  )
  if (pairs.some(([, first]) => Number(first) > 12)) return 'day'
  if (pairs.some(([, , second]) => Number(second) > 12)) return 'month'
  return actor.locale.country === 'US' ? 'month' : 'day'
}
