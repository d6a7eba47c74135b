import type { Common, Id } from '../../schema/field.ts'
import { defineFieldType } from '../../schema/field-type.ts'
import { parseId } from '../ref/ref.ts'
import { compareCodePoints } from '../text/text.ts'

/** Checked where a file is received; the field holds the id of one that is there. */
export interface FileOptions {
  /** 'image/*', 'application/pdf' */
  readonly accept?: readonly string[]
  readonly maxBytes?: number
}
declare module '../../schema/field.ts' {
  interface Values {
    file: Id<'file'>
  }
  interface Options {
    file: FileOptions
  }
}

export const file = <const O extends Common & FileOptions = Record<never, never>>(options?: O) =>
  ({ type: 'file', ...options }) as { readonly type: 'file' } & O

export const fileType = defineFieldType<'file'>({
  name: 'file',
  shape: 'scalar',
  key: 'plain',
  operators: ['empty'],
  sortable: false,
  columns: (field, name) => ({ [name]: { type: 'uuid', null: !field.required } }),
  parse: parseId<'file'>,
  fromText: cell => cell.trim(),
  toText: value => value,
  compare: compareCodePoints,
  json: () => ({ type: 'string', format: 'uuid', description: 'Id of a file' }),
})
