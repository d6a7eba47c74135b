// What can be asked of a field: the operators that its type has on the server, as a person chooses among them.

import { typeOf } from '../../fields/types.ts'
import type { Field } from '../../schema/field.ts'
import type { Operator } from '../../schema/field-type.ts'

/** `empty` is two questions. */
export type Asked = Operator | 'filled'
export interface Question {
  readonly operator: Asked
  readonly operand: unknown
}

/** What the value of a condition is: of the field itself, several of them, a piece of text, a stretch of time, none. */
export type Shape = 'one' | 'many' | 'piece' | 'period' | 'none'

export function shapeOf(operator: Asked): Shape {
  if (operator === 'empty' || operator === 'filled') return 'none'
  if (operator === 'during') return 'period'
  if (operator === 'contains' || operator === 'starts') return 'piece'
  return operator === 'in' || operator === 'not_in' || operator === 'all' ? 'many' : 'one'
}

/** One of several is the same question as one. */
const hasOneInMany = ({ type }: Field) => type === 'choice' || type === 'code' || type === 'ref'

const order: readonly Asked[] = [
  'contains',
  'during',
  'in',
  'not_in',
  'all',
  'is',
  'not',
  'starts',
  'gte',
  'gt',
  'lte',
  'lt',
  'filled',
  'empty',
]

/** An address may name one that there is not. */
export const isKnown = (operator: string) => order.some(known => known === operator)

/** In the order in which they are offered; the first is what one begins with. */
export function askedOf(field: Field): readonly Asked[] {
  const { operators, shape } = typeOf(field)
  const isOffered = (operator: Operator) => {
    if (operator === 'is' || operator === 'not') return !hasOneInMany(field)
    if (operator === 'in' || operator === 'not_in') return shape !== 'scalar' || hasOneInMany(field)
    return operator !== 'empty' || !field.required
  }
  const offered: Asked[] = operators.filter(isOffered)
  if (offered.includes('empty')) offered.push('filled')
  return order.filter(operator => offered.includes(operator))
}

/** Nothing about a page of formatted text or a file can be asked but whether it is there. */
export const isAskable = (field: Field) => askedOf(field).length > 0

export function firstQuestion(field: Field): Question {
  const operator = askedOf(field)[0] ?? 'filled'
  return { operator, operand: firstOperand(field, operator) }
}

function firstOperand({ type }: Field, operator: Asked): unknown {
  if (type === 'flag') return true
  if (operator === 'during') return type === 'date' ? 'this_month' : { last: '30 days' }
  return undefined
}

/** Another operator over the same value, where that makes sense. */
export function withOperator(field: Field, { operator: from, operand }: Question, operator: Asked): Question {
  const [before, after] = [shapeOf(from), shapeOf(operator)]
  if (before === after) return { operator, operand }
  if (typeof operand === 'string' && (before === 'piece' || after === 'piece') && after !== 'many')
    return { operator, operand: after === 'period' ? undefined : operand }
  if (after === 'many' && before === 'one') return { operator, operand: operand === undefined ? undefined : [operand] }
  if (after === 'one' && Array.isArray(operand)) return { operator, operand: operand[0] }
  return { operator, operand: firstOperand(field, operator) }
}

/** From a filter, as it may have been written by hand or by a program. */
export function asAsked(field: Field | undefined, operator: string, operand: unknown): Question {
  if (operand === null && (operator === 'is' || operator === 'not'))
    return { operator: operator === 'is' ? 'empty' : 'filled', operand: undefined }
  if (operator === 'empty') return { operator: operand === false ? 'filled' : 'empty', operand: undefined }
  if (field && hasOneInMany(field) && (operator === 'is' || operator === 'not'))
    return { operator: operator === 'is' ? 'in' : 'not_in', operand: [operand] }
  return { operator: operator as Asked, operand }
}

/** And back. */
export function operandsOf(operator: Asked, operand: unknown): Readonly<Record<string, unknown>> {
  if (operator === 'empty' || operator === 'filled') return { empty: operator === 'empty' }
  return { [operator]: operand }
}

export function isComplete(operator: Asked, operand: unknown) {
  if (shapeOf(operator) === 'none') return true
  if (Array.isArray(operand)) return operand.length > 0
  return operand !== undefined && operand !== null && !(typeof operand === 'string' && operand.trim() === '')
}
