// The document as the page reads it: what its `unknown`s are, said once.

import type { Json } from '../json-schema.ts'
import type { Document } from '../openapi.ts'

export interface Route {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly schema: Json; readonly example?: unknown }
  readonly answer?: { readonly schema: Json; readonly example?: unknown }
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Json
}

export const routesOf = (document: Document): Route[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => routeOf(document, path, method, operation as Json)),
  )

function routeOf(document: Document, path: string, method: string, operation: Json): Route {
  const responses = operation.responses as Readonly<Record<string, Json>>
  const answer = contentOf(responses[200] ?? responses[201])
  const body = contentOf(operation.requestBody as Json | undefined)
  return {
    ...(operation as unknown as Pick<Route, 'operationId' | 'summary' | 'description' | 'tags'>),
    method,
    path,
    parameters: ((operation.parameters ?? []) as readonly Json[]).map(each => parameterOf(document, each)),
    ...(body ? { body } : {}),
    ...(answer ? { answer } : {}),
  }
}

const contentOf = (holder: Json | undefined) =>
  (holder?.content as Readonly<Record<string, { schema: Json; example?: unknown }>> | undefined)?.['application/json']

function parameterOf(document: Document, given: Json): Parameter {
  const found = resolve(document, given)
  const { schema = contentOf(found)?.schema ?? {}, ...rest } = found
  return { ...rest, schema } as Parameter
}

/** What a `$ref` stands for. */
export function resolve(document: Document, given: Json): Json {
  const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(String(given.$ref ?? '')) ?? []
  if (kind === undefined || name === undefined) return given
  return document.components[kind as keyof Document['components']][name] ?? {}
}

/** A schema in a few words. */
export function typeText(schema: Json): string {
  if (schema.$ref) return String(schema.$ref).replace(/^.*\//, '')
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return [...new Set(choices.map(typeText))].join(' or ')
  if (schema.type === 'object' && schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  if (schema.type === 'array') return `list of ${typeText((schema.items ?? {}) as Json)}`
  const type = [schema.type ?? 'any'].flat().join(' or ')
  return typeof schema.format === 'string' ? `${type}, ${schema.format}` : type
}
