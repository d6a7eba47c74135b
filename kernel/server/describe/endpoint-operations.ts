import { typeOf } from '../../fields/index.ts'
import type { Fields } from '../../schema/field.ts'
import type { Endpoint } from '../http/endpoint.ts'
import type { Model } from '../tables/model.ts'
import { draftSchema, mustBeGiven } from './field-schema.ts'
import { type Json, pascal } from './json-schema.ts'
import { jsonAnswer, jsonBody, type Operation, problems } from './operation.ts'

/** A fixed route is one operation; one that every object has is one for each of them. Pages and files are no part of it. */
export function endpointOperations(endpoint: Endpoint, models: readonly Model[]): Operation[] {
  if (endpoint.path.includes('*')) return []
  if (!endpoint.path.startsWith('/api/:plural')) return [endpointOperation(endpoint, endpoint.path, endpoint.chapter)]
  return models.map(({ object }) =>
    endpointOperation(endpoint, endpoint.path.replace(':plural', object.plural), object.label[1]),
  )
}

function endpointOperation(
  { method, summary, body, query, answer, open = false }: Endpoint,
  route: string,
  tag: string,
): Operation {
  const segments = route.split('/').filter(segment => segment !== '')
  const params = segments.filter(isParam).map(segment => segment.slice(1))
  const fields = body as Fields | undefined
  return {
    method: method.toLowerCase() as Operation['method'],
    path: `/${segments.map(segment => (isParam(segment) ? `{${segment.slice(1)}}` : segment)).join('/')}`,
    id: operationId(method, segments),
    tag,
    summary,
    description: open ? `${summary}. Nobody needs to be signed in.` : `${summary}.`,
    open,
    parameters: [...params.map(pathParameter), ...queryParameters((query ?? {}) as Fields)],
    ...(fields ? { body: jsonBody(draftSchema(fields), { required: Object.values(fields).some(mustBeGiven) }) } : {}),
    responses: {
      [answer === 'nothing' ? '204' : '2XX']: answerOf(route, answer),
      ...problems(
        ...(fields ? [400, 413, 415] : []),
        ...(open ? [] : [401]),
        403,
        ...(params.length ? [404] : []),
        409,
        422,
      ),
    },
  }
}

function answerOf(route: string, answer: Endpoint['answer']): Json {
  if (route.endsWith('.csv')) return { description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } }
  return answer && answer !== 'nothing' ? jsonAnswer('Done.', answer) : { description: 'Done.' }
}

const isParam = (segment: string) => segment.startsWith(':')

/** `POST /api/batches/:batch/undo` is postBatchesByBatchUndo. */
const operationId = (method: string, segments: readonly string[]) =>
  method.toLowerCase() +
  segments
    .filter(segment => segment !== 'api')
    .map(segment => (isParam(segment) ? `By${pascal(segment.slice(1))}` : pascal(segment.replaceAll('.', '-'))))
    .join('')

const pathParameter = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
})

const queryParameters = (fields: Fields): Json[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    in: 'query',
    required: mustBeGiven(field),
    ...(field.help ? { description: field.help } : {}),
    schema: {
      ...typeOf(field).json(field as never),
      ...('default' in field && field.default !== undefined ? { default: field.default } : {}),
    },
  }))
