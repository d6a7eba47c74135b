// JSON Schema of what charts answer.

const object = (properties: Readonly<Record<string, unknown>>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})
const list = (items: unknown) => ({ type: 'array', items })
const day = { type: 'string', format: 'date' }
const count = { type: 'integer', minimum: 0 }
const where = { type: 'object', description: 'The filter under which a list shows these records.' }

const figure = {
  value: {
    description: 'A number; an amount in the company’s currency; null where there is nothing to tell.',
    oneOf: [{ type: ['number', 'null'] }, object({ amount: { type: 'string' }, currency: { type: 'string' } })],
  },
  count,
  where,
  matching: { ...object({ count, where }), description: 'Of a share: those that match.' },
  without_rate: { ...count, description: 'Amounts in a currency without a rate; they are not in the value.' },
}
const told = ['value', 'count', 'where']
const key = { oneOf: [object({ is: { type: ['string', 'null'] } }), object({ others: count })] }
const answered = object(
  {
    groups: list(list(object({ key, ...figure }, ['key', ...told]))),
    cells: list(object({ at: { ...list(count), minItems: 2, maxItems: 2 }, ...figure }, ['at', ...told])),
    total: object(figure, told),
    before: object({ ...figure, from: day, to: day }, [...told, 'from', 'to']),
    span: object({ from: day, to: day }),
    included: { type: 'object', description: 'What records are called: object → id → title.' },
  },
  ['groups', 'cells', 'total', 'included'],
)
const refused = object({ problem: { type: 'object', description: 'As a problem of a whole answer.' } })

export const chartSchema = object({
  charts: { type: 'object', additionalProperties: { oneOf: [answered, refused] } },
})
