import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { nextStepName } from '../../schema/next-step.ts'
import { canBeGrouped, canBeSummed } from '../records/totals.ts'
import type { Model } from '../tables/model.ts'
import { draftSchema, patchSchema, readSchema } from './field-schema.ts'
import { filterSchema } from './filter-schema.ts'
import { closed, type Json, listOf, pascal, ref } from './json-schema.ts'

/** What the routes of one object send and take. */
export function objectSchemas(model: Model): Readonly<Record<string, Json>> {
  const name = pascal(model.name)
  return {
    [name]: rowSchema(model),
    [`${name}Draft`]: draftSchema(model.fields, {
      description: 'What creates one. Whoever creates it owns it, unless `owner_id` says otherwise.',
    }),
    [`${name}Patch`]: patchSchema(model.fields),
    [`${name}Filter`]: filterSchema(model),
    [`${name}Query`]: querySchema(model),
    [`${name}Page`]: pageSchema(name),
    [`${name}Choice`]: {
      ...choiceSchema(model, {}),
      description: 'Which records: by their ids, or all that a filter finds and that whoever asks may do this to.',
    },
  }
}

function rowSchema(model: Model): Json {
  const fields = Object.entries(model.fields).map(([name, field]) => [name, readSchema(name, field)])
  return {
    type: 'object',
    description: 'Fields that a role hides are absent, and so are those that `columns` leaves out.',
    required: ['id', 'version'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      version: {
        type: 'integer',
        minimum: 1,
        readOnly: true,
        description: 'Grows with each change; the ETag is made of it.',
      },
      ...Object.fromEntries(fields),
      ...(model.steps.length ? { [nextStepName]: { anyOf: [ref('NextStep'), { type: 'null' }] } } : {}),
      deleted_at: {
        type: ['string', 'null'],
        format: 'date-time',
        readOnly: true,
        description: 'When it went to the trash. Only where one record is read.',
      },
    },
  }
}

/** The same names as in the address. */
function querySchema(model: Model): Json {
  return closed({
    where: ref(`${pascal(model.name)}Filter`),
    search: { type: 'string', maxLength: 2000 },
    sort: {
      type: 'string',
      maxLength: 2000,
      description: `Up to four of ${sortable(model).join(', ')}, with commas between; \`-\` in front turns the order round.`,
      default: '-created_at',
    },
    columns: listOf({ type: 'string', enum: columns(model) }),
    limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    after: { type: 'string', maxLength: 2000 },
    count: { type: 'boolean', default: false },
    include: listOf({ type: 'string', enum: includable(model) }),
    trashed: { type: 'boolean', default: false },
  })
}

const pageSchema = (name: string): Json => ({
  type: 'object',
  required: ['rows', 'next'],
  properties: {
    rows: listOf(ref(name)),
    next: { type: ['string', 'null'], description: 'Where the next page begins: its `after`. Null at the end.' },
    included: ref('Included'),
    count: { type: 'integer', minimum: 0, maximum: 1000, description: 'Where `count` was asked for.' },
    capped: { type: 'boolean', description: 'There are more than `count` says.' },
  },
})

/** Records by id or by filter, with what else the request takes. */
export function choiceSchema(model: Model, more: Json, required: readonly string[] = []): Json {
  const ids = listOf({ type: 'string', format: 'uuid' }, { minItems: 1, maxItems: 10_000 })
  return {
    oneOf: [
      closed({ ids, ...more }, ['ids', ...required]),
      closed({ where: ref(`${pascal(model.name)}Filter`), search: { type: 'string' }, ...more }, [
        'where',
        ...required,
      ]),
    ],
  }
}

const namesWhere = ({ fields }: Model, fits: (field: Field) => boolean) =>
  Object.keys(fields).filter(name => fits(fields[name] as Field))

export const columns = (model: Model) => ['id', 'version', ...Object.keys(model.fields)]
export const sortable = (model: Model) => namesWhere(model, field => typeOf(field).sortable)
export const includable = (model: Model) => [
  ...namesWhere(model, ({ type }) => type === 'ref' || type === 'file' || ['tags', 'refs', 'about'].includes(type)),
  ...(model.steps.length ? [nextStepName] : []),
]
export const groupable = (model: Model) => [
  ...namesWhere(model, canBeGrouped),
  ...namesWhere(model, ({ type }) => type === 'date').map(name => `${name}:month`),
]
export const summable = (model: Model) => namesWhere(model, canBeSummed)
