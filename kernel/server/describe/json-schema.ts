/** A piece of JSON Schema, or of the document. */
export type Json = Readonly<Record<string, unknown>>

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
export const listOf = (items: Json, rest: Json = {}): Json => ({ type: 'array', items, ...rest })

/** An object of these properties and no others. */
export const closed = (properties: Json, required: readonly string[] = [], rest: Json = {}): Json => ({
  type: 'object',
  ...rest,
  properties,
  ...(required.length ? { required } : {}),
  additionalProperties: false,
})

export function nullable(schema: Json): Json {
  const { type, enum: values } = schema
  if (typeof type !== 'string' || type === 'object') return { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

/** `role_grant` is RoleGrant. */
export const pascal = (name: string) =>
  name.replace(/(?:^|[_-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
