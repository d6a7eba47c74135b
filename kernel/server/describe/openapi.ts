import { readFileSync } from 'node:fs'
import type { Endpoint } from '../http/endpoint.ts'
import { sessionCookie } from '../identity/cookies.ts'
import type { Model } from '../tables/model.ts'
import { endpointOperations } from './endpoint-operations.ts'
import { conditionSchemas } from './filter-schema.ts'
import type { Json } from './json-schema.ts'
import { objectSchemas } from './object-schemas.ts'
import { type Operation, pathItem } from './operation.ts'
import { recordOperations } from './record-operations.ts'
import { sharedHeaders, sharedParameters, sharedResponses, sharedSchemas } from './shared-components.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
)

export interface Document {
  readonly openapi: string
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: Json
  }
  readonly servers: readonly Json[]
  readonly security: readonly Json[]
  /** `x-object` names the object whose records the routes are about. */
  readonly tags: readonly { readonly name: string; readonly description: string; readonly 'x-object'?: string }[]
  readonly paths: Readonly<Record<string, Json>>
  readonly components: Readonly<
    Record<'schemas' | 'parameters' | 'responses' | 'headers' | 'securitySchemes', Readonly<Record<string, Json>>>
  >
}

/** OpenAPI 3.1 of every route: made from the declarations, so it cannot say anything else than they do. */
export function openapi(models: readonly Model[], endpoints: readonly Endpoint[]): Document {
  const operations = [
    ...models.flatMap(recordOperations),
    ...endpoints.flatMap(each => endpointOperations(each, models)),
  ]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version,
      description:
        'Every object has the same routes: list, read, create, change, remove, restore, and its own actions. Values, filters and errors look alike everywhere.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This Rapport.' }],
    security: [{ key: [] }, { session: [] }],
    tags: tagsOf(models, operations),
    paths: pathsOf(operations),
    components: {
      schemas: { ...Object.assign({}, ...models.map(objectSchemas)), ...conditionSchemas(models), ...sharedSchemas },
      parameters: sharedParameters,
      responses: sharedResponses,
      headers: sharedHeaders,
      securitySchemes,
    },
  }
}

const securitySchemes: Readonly<Record<string, Json>> = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key: it may do what its owner may, or less.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'What the page has after signing in. A write must come from the page’s own origin.',
  },
}

/** The objects first, then the chapters of the other routes. */
function tagsOf(models: readonly Model[], operations: readonly Operation[]) {
  const ofObjects = models.map(({ object }) => ({
    name: object.label[1],
    description: [object.about, `Records of the object \`${object.name}\`.`].filter(Boolean).join(' '),
    'x-object': object.name,
  }))
  const known = new Set(ofObjects.map(({ name }) => name))
  const chapters = [...new Set(operations.map(({ tag }) => tag))].filter(tag => !known.has(tag))
  return [...ofObjects, ...chapters.map(name => ({ name, description: `${name}: routes that are no object’s.` }))]
}

function pathsOf(operations: readonly Operation[]): Readonly<Record<string, Json>> {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  return Object.fromEntries([...byPath].map(([path, each]) => [path, pathItem(each)]))
}
