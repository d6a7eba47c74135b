import { namedPeriods, typeOf } from '../../fields/index.ts'
import type { Field, FieldTypeName } from '../../schema/field.ts'
import type { Operator } from '../../schema/field-type.ts'
import { filterLimits } from '../../schema/filter.ts'
import type { Model } from '../tables/model.ts'
import { closed, type Json, listOf, nullable, pascal, ref } from './json-schema.ts'

const id: Json = { type: 'string', format: 'uuid' }
const decimal: Json = { type: 'string', pattern: '^-?\\d{1,14}(\\.\\d{1,4})?$' }

/** A field that has its own choices; every other type shares one condition. */
type Plain = Exclude<FieldTypeName, 'choice' | 'choices'>

/** What one value of a type looks like in a condition: limits of what may be entered do not bound what may be asked. */
const values: Readonly<Record<Plain, Json>> = {
  about: closed({ object: { type: 'string' }, id }, ['object', 'id']),
  code: { type: 'string' },
  date: { type: 'string', format: 'date' },
  email: { type: 'string' },
  file: id,
  flag: { type: 'boolean' },
  json: { type: 'object' },
  long_text: { type: 'string' },
  moment: { type: 'string', format: 'date-time' },
  money: {
    anyOf: [
      { type: 'number' },
      decimal,
      closed({ amount: decimal, currency: { type: 'string', pattern: '^[A-Z]{3}$' } }, ['amount', 'currency']),
    ],
    description: 'A bare amount is in the currency of the company.',
  },
  number: { type: 'number' },
  percent: { type: 'number' },
  phone: { type: 'string' },
  ref: { type: 'string', description: 'An id; `@me` where the link leads to a user.' },
  refs: { anyOf: [id, closed({ id, role: { type: ['string', 'null'] } }, ['id'])] },
  rich_text: { type: 'string' },
  tags: id,
  text: { type: 'string' },
  url: { type: 'string' },
}

/** Shared by every filter. */
export const conditionSchemas = (models: readonly Model[]): Readonly<Record<string, Json>> => ({
  ...Object.fromEntries(
    (Object.keys(values) as Plain[])
      .filter(type => isUsed(type, models))
      .map(type => [conditionName(type), condition(typeOf({ type } as Field).operators, values[type])]),
  ),
  Period: {
    description: 'A stretch of time as seen from today; `last` and `next` count today.',
    anyOf: [
      { type: 'string', enum: namedPeriods },
      closed({ last: { type: 'string', examples: ['30 days'] } }, ['last']),
      closed({ next: { type: 'string', examples: ['2 weeks'] } }, ['next']),
    ],
  },
  CountCondition: closed(
    {
      of: { type: 'string', enum: models.map(({ name }) => name), description: 'Records of which object are counted.' },
      by: { type: 'string', description: 'Their field that points here; may be left out where there is one.' },
      where: { type: 'object', description: 'A filter of those records.' },
      within: ref('Period'),
      at: { type: 'string', default: 'created_at', description: 'Which moment or day of theirs `within` looks at.' },
      ...Object.fromEntries(
        ['is', 'gte', 'lte'].map(bound => [bound, { type: 'integer', minimum: 0, maximum: 1_000_000 }]),
      ),
    },
    ['of'],
    { description: 'How many records point here, in a stretch of time.' },
  ),
})

const isUsed = (type: Plain, models: readonly Model[]) =>
  type === 'ref' || models.some(({ fields }) => Object.values(fields).some(field => field.type === type))

const conditionName = (type: string) => `${pascal(type)}Condition`

/** The filter of one object: its fields, groups of filters, paths through links, counts of what points here. */
export function filterSchema(model: Model): Json {
  const own = ref(`${pascal(model.name)}Filter`)
  return {
    type: 'object',
    description: `All of the conditions hold. At most ${filterLimits.depth} deep and ${filterLimits.leaves} conditions.`,
    properties: {
      all: listOf(own),
      any: listOf(own),
      not: own,
      count: ref('CountCondition'),
      id: ref('RefCondition'),
      ...Object.fromEntries(Object.entries(model.fields).map(([name, field]) => [name, conditionOf(field)])),
    },
    patternProperties: {
      '^[a-z0-9_]+(\\.[a-z0-9_]+){1,3}$': {
        description: 'A path through links, such as `company.industry`: a condition of the field where it ends.',
      },
    },
    additionalProperties: false,
  }
}

function conditionOf(field: Field): Json {
  if (field.type !== 'choice' && field.type !== 'choices') return ref(conditionName(field.type))
  return condition(typeOf(field).operators, { type: 'string', enum: Object.keys(field.options) })
}

/** A value, where the type can be equal to one; or operators and operands. */
function condition(operators: readonly Operator[], value: Json): Json {
  const properties = Object.fromEntries(operators.map(operator => [operator, operand(operator, value)]))
  const spelled = closed(properties, [], { minProperties: 1 })
  return operators.includes('is') ? { anyOf: [nullable(value), spelled] } : spelled
}

function operand(operator: Operator, value: Json): Json {
  if (operator === 'empty') return { type: 'boolean' }
  if (operator === 'during') return ref('Period')
  if (operator === 'contains' || operator === 'starts') return { type: 'string', minLength: 1, maxLength: 200 }
  if (operator === 'in' || operator === 'not_in' || operator === 'all') return listOf(value, { maxItems: 1000 })
  return operator === 'is' || operator === 'not' ? nullable(value) : value
}
