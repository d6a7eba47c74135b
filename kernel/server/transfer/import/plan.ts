import { isPlainObject } from '../../../fields/list.ts'
import type { Field } from '../../../schema/field.ts'
import { isLinks } from '../../../schema/field-type.ts'
import { invalid, type Problem } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/rights.ts'
import type { Model, Models } from '../../tables/model.ts'
import { idColumn, keyFields, matchesOf, pointsTo, writableFields } from './targets.ts'

export const modes = ['create', 'update', 'upsert'] as const
export const missings = ['error', 'empty', 'create'] as const

/** What becomes of a file. */
export interface Plan {
  readonly mode: (typeof modes)[number]
  /** The unique field, or `id`, by which a row finds its record; none where everything is created. */
  readonly by: string | null
  readonly columns: readonly PlannedColumn[]
  /** An empty cell leaves what is there, or clears it. */
  readonly blank: 'keep' | 'clear'
  /** Whether 3/4 is the third of April or the fourth of March. */
  readonly dates: 'day' | 'month'
  /** A row that would create what looks like a record that is there changes that one instead. */
  readonly alike?: 'update'
}

export interface PlannedColumn {
  readonly column: number
  readonly field: string
  /** Of a field that points somewhere: by what the record is found. */
  readonly match?: string
  /** And what to do when there is none. */
  readonly missing?: (typeof missings)[number]
}

interface Planning {
  readonly model: Model
  readonly models: Models
  readonly actor: Actor
  readonly headers: readonly string[]
}

type Given = Readonly<Record<string, unknown>>

/** Reads a plan that came from outside; everything that is wrong with it is said at once. */
export function readPlan(input: unknown, planning: Planning): Plan {
  if (!isPlainObject(input)) throw invalid([{ field: '', code: 'not-an-object' }])
  const problems: Problem[] = Object.keys(input)
    .filter(name => !known.has(name))
    .map(field => ({ field, code: 'unknown-field' }))
  const say = (field: string, code: string, params = {}) => void problems.push({ field, code, params })
  const columns = readColumns(input.columns, planning, say)
  const plan: Plan = {
    mode: oneOf('mode', input.mode, modes, say),
    by: input.by === undefined || input.by === '' ? null : (input.by as string | null),
    blank: oneOf('blank', input.blank ?? 'keep', ['keep', 'clear'], say),
    dates: oneOf('dates', input.dates ?? 'day', ['day', 'month'], say),
    columns,
    ...(oneOf('alike', input.alike ?? 'create', ['create', 'update'], say) === 'update' ? { alike: 'update' } : {}),
  }
  checkKey(plan, planning, say)
  checkRequired(plan, planning, say)
  if (problems.length) throw invalid(problems)
  return plan
}

const known = new Set(['mode', 'by', 'blank', 'dates', 'columns', 'alike'])
type Say = (field: string, code: string, params?: Given) => void

function readColumns(input: unknown, planning: Planning, say: Say): PlannedColumn[] {
  if (!Array.isArray(input) || input.length === 0 || input.length > 1000) {
    say('columns', 'import.no-columns')
    return []
  }
  const columns = input.flatMap((each, at) => readColumn(each, `columns.${at}`, planning, say))
  for (const [at, { column, field }] of columns.entries()) {
    if (columns.findIndex(other => other.field === field) < at) say(`columns.${at}`, 'import.field-twice', { field })
    if (columns.findIndex(other => other.column === column) < at)
      say(`columns.${at}`, 'import.column-twice', { column: planning.headers[column] })
  }
  return columns
}

function readColumn(input: unknown, at: string, planning: Planning, say: Say): PlannedColumn[] {
  const { column, field: name, match, missing = 'error', ...rest } = isPlainObject(input) ? input : {}
  for (const stranger of Object.keys(rest)) say(`${at}.${stranger}`, 'unknown-field')
  if (typeof column !== 'number' || !Number.isInteger(column) || column < 0 || column >= planning.headers.length) {
    say(`${at}.column`, 'import.no-such-column')
    return []
  }
  if (name === idColumn) return [{ column, field: idColumn }]
  const [, field] = writableFields(planning.actor, planning.model).find(([known]) => known === name) ?? []
  if (!field || typeof name !== 'string') {
    say(`${at}.field`, 'import.not-writable', { object: planning.model.name })
    return []
  }
  return [{ column, field: name, ...readMatch(field, match, missing, at, planning, say) }]
}

function readMatch(field: Field, match: unknown, missing: unknown, at: string, { actor, models }: Planning, say: Say) {
  if (field.type !== 'ref' && !isLinks(field)) return {}
  const possible = matchesOf(actor, models, field)
  const chosen = match ?? possible[0]
  if (typeof chosen !== 'string' || !possible.includes(chosen))
    say(`${at}.match`, 'import.not-a-match', { allowed: possible.join(', ') })
  const otherwise = oneOf(`${at}.missing`, missing, missings, say)
  const targets = pointsTo(field).flatMap(name => models.find(name) ?? [])
  const creatable = chosen !== 'id' && targets.length === 1 && targets.every(target => may(actor, target, 'create'))
  if (otherwise === 'create' && !creatable) say(`${at}.missing`, 'import.cannot-create')
  return { match: String(chosen), missing: otherwise }
}

function checkKey({ mode, by, columns }: Plan, { model, actor }: Planning, say: Say) {
  if (mode === 'create' && by === null) return
  const possible = keyFields(actor, model)
  if (by === null || !possible.includes(by)) return say('by', 'import.not-a-key', { allowed: possible.join(', ') })
  if (!columns.some(({ field }) => field === by)) say('by', 'import.key-without-column', { field: by })
}

/** Where everything is created, a required field that no column fills would fail every row. */
function checkRequired({ mode, columns }: Plan, { model }: Planning, say: Say) {
  if (mode !== 'create') return
  const filled = new Set(columns.map(({ field }) => field))
  for (const [name, field] of Object.entries(model.fields)) {
    const isNeeded = field.required && !field.readonly && !('default' in field && field.default !== undefined)
    if (isNeeded && !filled.has(name)) say('columns', 'import.required-without-column', { field: name })
  }
}

function oneOf<const T extends string>(field: string, value: unknown, allowed: readonly T[], say: Say): T {
  const found = allowed.find(each => each === value)
  if (found === undefined) say(field, 'not-a-choice', { allowed: allowed.join(', ') })
  return found ?? (allowed[0] as T)
}
