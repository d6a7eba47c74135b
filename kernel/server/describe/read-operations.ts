import type { Model } from '../tables/model.ts'
import { exampleId, exampleRow } from './examples.ts'
import { closed, type Json, listOf, pascal, ref } from './json-schema.ts'
import { columns, groupable, includable, sortable, summable } from './object-schemas.ts'
import { jsonAnswer, jsonBody, type Operation, parameter, problems } from './operation.ts'

const etag: Json = { ETag: { $ref: '#/components/headers/ETag' } }

export function readOperations(model: Model): Operation[] {
  const { plural, label } = model.object
  const [one, name, noun] = [pascal(model.name), pascal(plural), label[1].toLowerCase()]
  const shared = { tag: label[1], path: `/api/${plural}` }
  const page = jsonAnswer('A page.', ref(`${one}Page`), { example: { rows: [exampleRow(model)], next: null } })
  return [
    {
      ...shared,
      method: 'get',
      id: `list${name}`,
      summary: `List ${noun}`,
      description: 'A page of what whoever asks may see, filtered, searched and sorted.',
      parameters: listParameters(model),
      responses: { 200: page, ...problems(401, 403, 422) },
    },
    {
      ...shared,
      method: 'post',
      path: `${shared.path}/query`,
      id: `query${name}`,
      summary: `List ${noun} by a long filter`,
      description: 'The same as the list, with the parameters in the body.',
      body: jsonBody(ref(`${one}Query`), { example: { sort: '-created_at', limit: 20 } }),
      responses: { 200: page, ...problems(400, 401, 403, 413, 415, 422) },
    },
    {
      ...shared,
      method: 'get',
      path: `${shared.path}/totals`,
      id: `total${name}`,
      summary: `Count and add up ${noun}`,
      description: 'Counts, and sums of numbers and money, by group. Money is added up by currency.',
      parameters: [where(model), parameter('Search'), ...totalParameters(model)],
      responses: { 200: totalsAnswer(model), ...problems(401, 403, 422) },
    },
    {
      ...shared,
      method: 'post',
      path: `${shared.path}/totals`,
      id: `total${name}ByQuery`,
      summary: `Count and add up ${noun} by a long filter`,
      description: 'The same, with the parameters in the body.',
      body: jsonBody(totalsSchema(model), { example: {} }),
      responses: { 200: totalsAnswer(model), ...problems(400, 401, 403, 413, 415, 422) },
    },
    {
      ...shared,
      method: 'get',
      path: `${shared.path}/{id}`,
      id: `get${one}`,
      summary: `Read a ${label[0].toLowerCase()}`,
      description: 'From the trash too: then `deleted_at` says since when.',
      parameters: [parameter('Id'), include(model), parameter('IfNoneMatch')],
      responses: {
        200: jsonAnswer('The record.', withIncluded(one), {
          headers: etag,
          example: { ...exampleRow(model), deleted_at: null },
        }),
        304: { description: 'It is still what the ETag says.', headers: etag },
        ...problems(401, 403, 404, 422),
      },
    },
  ]
}

const listParameters = (model: Model): Json[] => [
  where(model),
  parameter('Search'),
  names(
    'sort',
    'Fields to sort by; `-` in front turns the order round. What is empty comes last.',
    sortable(model).flatMap(name => [name, `-${name}`]),
    4,
  ),
  names('columns', 'Only these fields, beside id and version.', columns(model)),
  parameter('Limit'),
  parameter('After'),
  parameter('Count'),
  include(model),
  parameter('Trashed'),
]

const where = (model: Model): Json => ({
  name: 'where',
  in: 'query',
  description: 'A filter, as JSON.',
  content: { 'application/json': { schema: ref(`${pascal(model.name)}Filter`) } },
})

const include = (model: Model) => names('include', includes(model), includable(model))

const includes = (model: Model) =>
  `Links whose records are named under \`included\`${model.steps.length ? '; `next_step`, what is planned next, comes with each record' : ''}.`

const names = (name: string, description: string, allowed: readonly string[], maxItems?: number): Json => ({
  name,
  in: 'query',
  description,
  style: 'form',
  explode: false,
  schema: listOf({ type: 'string', enum: allowed }, maxItems === undefined ? {} : { maxItems }),
})

const withIncluded = (name: string): Json => ({
  allOf: [ref(name), { type: 'object', properties: { included: ref('Included') } }],
})

const group = (model: Model): Json => ({ type: 'string', enum: groupable(model) })

function totalParameters(model: Model): Json[] {
  const summed = summable(model)
  const grouped = {
    name: 'group',
    in: 'query',
    description: 'A field whose values make the groups; without it, all is one.',
    schema: group(model),
  }
  if (summed.length === 0) return [grouped]
  const average = 'Fields of which to take the average, of the records that have a value.'
  return [grouped, names('sum', 'Fields to add up.', summed, 10), names('average', average, summed, 10)]
}

const totalsSchema = (model: Model): Json =>
  closed({
    where: ref(`${pascal(model.name)}Filter`),
    search: { type: 'string' },
    group: group(model),
    ...(summable(model).length ? { sum: summableNames(model), average: summableNames(model) } : {}),
  })

const summableNames = (model: Model): Json => listOf({ type: 'string', enum: summable(model) }, { maxItems: 10 })

function totalsAnswer(model: Model): Json {
  const money = listOf(closed({ amount: { type: 'string' }, currency: { type: 'string' } }, ['amount', 'currency']))
  const sums = Object.fromEntries(
    summable(model).map(name => [name, model.fields[name]?.type === 'money' ? money : { type: ['number', 'null'] }]),
  )
  const own = { amount: { type: 'string' }, currency: { type: 'string' }, without_rate: { type: 'integer' } }
  const converted = Object.fromEntries(
    summable(model)
      .filter(name => model.fields[name]?.type === 'money')
      .map(name => [name, closed(own, Object.keys(own))]),
  )
  const row = closed(
    {
      group: { type: ['string', 'boolean', 'null'] },
      count: { type: 'integer', minimum: 0 },
      sums: closed(sums),
      averages: closed(sums),
      converted: closed(converted),
    },
    ['group', 'count', 'sums'],
  )
  const example = { rows: [{ group: groupable(model).includes('status') ? 'open' : exampleId, count: 12, sums: {} }] }
  return jsonAnswer('The groups, the largest first; at most 1,000.', closed({ rows: listOf(row) }, ['rows']), {
    example,
  })
}
