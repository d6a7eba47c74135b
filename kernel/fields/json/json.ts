import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { isPlainObject } from '../list.ts'
import { compareCodePoints } from '../text/text.ts'

export interface JsonOptions {
  /** Of its text, in characters. */
  readonly max?: number
}
export type JsonObject = Readonly<Record<string, unknown>>
declare module '../../schema/field.ts' {
  interface Values {
    /** An object whose inside only its reader knows: the state of a screen. What is filtered or sorted by is a field. */
    json: JsonObject
  }
  interface Options {
    json: JsonOptions
  }
}

export const json = <const O extends Common & JsonOptions = Record<never, never>>(options?: O) =>
  ({ type: 'json', ...options }) as { readonly type: 'json' } & O

const deepest = 16

export const jsonType = defineFieldType<'json'>({
  name: 'json',
  shape: 'scalar',
  key: 'plain',
  operators: ['empty'],
  sortable: false,
  columns: (field, name) => ({ [name]: { type: 'jsonb', null: !field.required } }),
  parse(input, { max = 16_000 }) {
    if (!isPlainObject(input)) throw new FieldProblem('not-an-object')
    const strings = stringsIn(input)
    if (strings.some(text => text.includes('\0'))) throw new FieldProblem('nul-character')
    if (!strings.every(text => text.isWellFormed())) throw new FieldProblem('broken-characters')
    const text = JSON.stringify(input)
    if (text.length > max) throw new FieldProblem('too-long', { max })
    return JSON.parse(text) as JsonObject
  },
  fromText: readText,
  toText: value => JSON.stringify(value),
  compare: (a, b) => compareCodePoints(JSON.stringify(a), JSON.stringify(b)),
  json: () => ({ type: 'object' }),
})

/** Level by level, not by recursion: what comes from outside may be as deep as it likes. */
function stringsIn(input: unknown): string[] {
  const strings: string[] = []
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new FieldProblem('too-deep', { max: deepest })
    strings.push(...level.filter(item => typeof item === 'string'))
    const inner = level.filter(item => typeof item === 'object' && item !== null)
    strings.push(...inner.flatMap(item => (Array.isArray(item) ? [] : Object.keys(item as object))))
    level = inner.flatMap(item => Object.values(item as object))
  }
  return strings
}

function readText(cell: string): unknown {
  if (cell.trim() === '') return null
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}
