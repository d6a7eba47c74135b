import type { Common, Id } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { compareCodePoints } from '../text/text.ts'

export interface RefOptions {
  readonly to: string
  /** What happens to this record when the one it points to is removed for good. */
  readonly onDelete?: 'restrict' | 'clear' | 'cascade'
}
declare module '../../schema/field.ts' {
  interface Values {
    ref: Id
  }
  interface Options {
    ref: RefOptions
  }
}

export const ref = <const T extends string, const O extends Common & Omit<RefOptions, 'to'> = Record<never, never>>(
  to: T,
  options?: O,
) => ({ type: 'ref', to, ...options }) as { readonly type: 'ref'; readonly to: T } & O

export const refType = defineFieldType<'ref'>({
  name: 'ref',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'empty'],
  sortable: false,
  columns: (field, name) => ({ [name]: { type: 'uuid', null: !field.required } }),
  parse: parseId<string>,
  fromText: cell => cell.trim(),
  toText: value => value,
  compare: compareCodePoints,
  json: ({ to }) => ({ type: 'string', format: 'uuid', description: `Id of a ${to}` }),
})

export function parseId<T extends string = string>(input: unknown): Id<T> {
  if (!isId(input)) throw new FieldProblem('not-an-id')
  return input.toLowerCase()
}

export const isId = (input: unknown): input is string =>
  typeof input === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(input)
