import type { Field } from '../schema/field.ts'
import { FieldProblem, type Locale, type Operator } from '../schema/field-type.ts'
import { parsePeriod } from './date/period.ts'
import { checkLength } from './text/text.ts'
import { typeOf } from './types.ts'

/** The value of a condition of a filter, as its operator takes it. */
export function operandOf(field: Field, operator: Operator, input: unknown, locale: Locale): unknown {
  if (!typeOf(field).operators.includes(operator)) throw new FieldProblem('operator-not-possible', { operator })
  if (input === null || input === undefined) throw new FieldProblem('required')
  if (operator === 'empty') return parseEmpty(input)
  if (operator === 'during') return parsePeriod(input)
  if (operator === 'contains' || operator === 'starts') return parsePiece(field, input)
  if (operator === 'in' || operator === 'not_in' || operator === 'all') return parseMany(field, input, locale)
  return typeOf(field).parse(input, unlimited(field), locale)
}

const maxValues = 1000

function parseMany(field: Field, input: unknown, locale: Locale): unknown {
  const type = typeOf(field)
  if (!Array.isArray(input)) throw new FieldProblem('not-a-list')
  if (input.length > maxValues) throw new FieldProblem('too-many', { max: maxValues })
  if (type.shape === 'scalar') return input.map(item => type.parse(item, unlimited(field), locale))
  return input.flatMap((item): readonly unknown[] => type.parse([item], field, locale) as readonly unknown[])
}

function parsePiece(field: Field, input: unknown) {
  if (typeof input !== 'string') throw new FieldProblem('not-text')
  const text = checkLength(input.normalize('NFC'), 1, 200)
  const piece = typeOf(field).piece?.(text) ?? text
  if (piece.trim() === '') throw new FieldProblem('too-short', { min: 1 })
  return piece
}

function parseEmpty(input: unknown) {
  if (typeof input !== 'boolean') throw new FieldProblem('not-yes-or-no')
  return input
}

/** What may be asked for is not bounded by what may be entered: 'over 100' of a field that ends at 100. */
function unlimited(field: Field): Field {
  const { min: _min, max: _max, ...rest } = field as Field & { min?: number; max?: number }
  return rest as Field
}
