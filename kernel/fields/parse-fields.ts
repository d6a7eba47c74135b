import type { Field, Fields } from '../schema/field.ts'
import { FieldProblem, type Locale } from '../schema/field-type.ts'
import { invalid, type Problem } from '../schema/refused.ts'
import { isEmpty } from './empty.ts'
import { isPlainObject } from './list.ts'
import { typeOf } from './types.ts'

type FieldValues = Record<string, unknown>

/**
 * A JSON object as the values of these fields; every problem is told at once. Partial: what is left
 * out stays as it is. Otherwise it gets its default, or is empty, or is missed.
 */
export function parseFields(
  fields: Fields,
  input: unknown,
  locale: Locale,
  { partial }: { readonly partial: boolean },
): FieldValues {
  if (!isPlainObject(input)) throw invalid([{ field: '', code: 'not-an-object' }])
  const problems = unknownFields(fields, input)
  const values: FieldValues = {}
  for (const name of Object.keys(fields)) {
    const field = fields[name] as Field
    try {
      const given = Object.hasOwn(input, name) ? input[name] : undefined
      if (given !== undefined) values[name] = parseGiven(field, given, locale)
      else if (!partial) for (const value of leftOut(field)) values[name] = value
    } catch (problem) {
      problems.push(problemOf(name, problem))
    }
  }
  if (problems.length > 0) throw invalid(problems)
  return values
}

const unknownFields = (fields: Fields, input: object): Problem[] =>
  Object.keys(input)
    .filter(name => !Object.hasOwn(fields, name))
    .map(field => ({ field, code: 'unknown-field' }))

function parseGiven(field: Field, given: unknown, locale: Locale) {
  if (field.readonly) throw new FieldProblem('readonly')
  const value = parseValue(field, given, locale)
  if (field.required && isEmpty(value)) throw new FieldProblem('required')
  return value
}

/** Null and blank text clear. */
export function parseValue(field: Field, given: unknown, locale: Locale) {
  const type = typeOf(field)
  const cleared = type.empty ?? null
  if (given === null || (typeof given === 'string' && given.trim() === '')) return cleared
  const value = type.parse(given, field, locale)
  return value === '' ? cleared : value
}

/** One value, or none for what only handlers write. */
function leftOut(field: Field): unknown[] {
  if ('default' in field && field.default !== undefined) return [field.default]
  if (field.readonly) return []
  const cleared = typeOf(field).empty ?? null
  if (field.required && isEmpty(cleared)) throw new FieldProblem('required')
  return [cleared]
}

function problemOf(field: string, problem: unknown): Problem {
  if (!(problem instanceof FieldProblem)) throw problem
  return { field, code: problem.code, params: problem.params }
}
