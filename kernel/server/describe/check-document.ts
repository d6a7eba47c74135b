// For tests: what a linter would say, and whether a value is as the document has it.

import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Json } from './json-schema.ts'
import type { Document } from './openapi.ts'

export interface Checking {
  /** What is wrong with a value; nothing when it is as the schema says. */
  check(schema: Json, value: unknown): string[]
}

export function checking({ components }: Document): Checking {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'document', components })
  const compiled = new WeakMap<Json, ReturnType<typeof ajv.compile>>()
  return {
    check(schema, value) {
      const validate = compiled.get(schema) ?? ajv.compile(inDocument(schema))
      compiled.set(schema, validate)
      return validate(value)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
  }
}

/** Every reference leads into the document. */
const inDocument = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'))

/** Every object in the document, with the way to it. */
export function* nodes(value: unknown, way = ''): Generator<{ readonly way: string; readonly node: Json }> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield { way, node: value as Json }
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${way}/${key}`)
}
