import { FieldProblem } from '../schema/field-type.ts'

/** Every item parsed, the same one kept once, in the order given. */
export function parseList<T>(
  input: unknown,
  max: number,
  parseItem: (item: unknown) => T,
  keyOf: (value: T) => string,
): T[] {
  if (!Array.isArray(input)) throw new FieldProblem('not-a-list')
  if (input.length > max) throw new FieldProblem('too-many', { max })
  const values = input.map(item => parseItem(item))
  return [...new Map(values.map(value => [keyOf(value), value])).values()]
}

/** Links hold at most this many: more is a table of its own. */
export const maxLinks = 500

/** The items of a cell, which stand between commas, semicolons or new lines. */
export const itemsOf = (cell: string) =>
  cell
    .split(/[;,\n]/)
    .map(item => item.trim())
    .filter(item => item !== '')

export const isPlainObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
