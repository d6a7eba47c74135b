import type { Json } from './json-schema.ts'

/** One route, as the document has it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `{id}` for what varies. */
  readonly path: string
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly Json[]
  readonly body?: Json
  readonly responses: Json
  /** Answers without anyone being signed in. */
  readonly open?: boolean
}

export const pathItem = (operations: readonly Operation[]): Json =>
  Object.fromEntries(operations.map(each => [each.method, operationObject(each)]))

const operationObject = ({
  id,
  tag,
  summary,
  description,
  parameters = [],
  body,
  responses,
  open,
}: Operation): Json => ({
  operationId: id,
  tags: [tag],
  summary,
  description,
  ...(open ? { security: [] } : {}),
  ...(parameters.length ? { parameters } : {}),
  ...(body ? { requestBody: body } : {}),
  responses,
})

export const parameter = (name: string): Json => ({ $ref: `#/components/parameters/${name}` })

export const jsonBody = (
  schema: Json,
  { required = true, example }: { readonly required?: boolean; readonly example?: unknown } = {},
): Json => ({
  required,
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
})

export const jsonAnswer = (
  description: string,
  schema: Json,
  { headers, example }: { readonly headers?: Json; readonly example?: unknown } = {},
): Json => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
})

const names: Readonly<Record<number, string>> = {
  400: 'Malformed',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Missing',
  409: 'Conflict',
  413: 'TooLarge',
  415: 'UnknownType',
  422: 'Invalid',
  429: 'Throttled',
}

/** Answers that say what went wrong. Anything else that fails is the server's own fault. */
export const problems = (...statuses: readonly number[]): Json => ({
  ...Object.fromEntries(
    [...statuses, 429].map(status => [status, { $ref: `#/components/responses/${names[status]}` }]),
  ),
  default: { $ref: '#/components/responses/Broken' },
})
