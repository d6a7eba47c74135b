import { FieldProblem } from '../../schema/field-type.ts'
import { fold } from '../../schema/fold.ts'

/** Key → label; the key is stored. */
export type ChoiceLabels = Readonly<Record<string, string>>

export function parseKey(input: unknown, options: ChoiceLabels) {
  if (typeof input !== 'string' || !Object.hasOwn(options, input))
    throw new FieldProblem('not-a-choice', { allowed: Object.keys(options).join(', ') })
  return input
}

/** The key that a cell means by a label or a key; what is neither stays, for parse to refuse. */
export function readKey(cell: string, options: ChoiceLabels) {
  const text = cell.trim()
  const entries = Object.entries(options)
  const found =
    entries.find(([, label]) => label === text) ??
    entries.find(([key]) => key === text) ??
    entries.find(([key, label]) => fold(label) === fold(text) || fold(key) === fold(text))
  return found?.[0] ?? text
}

export const labelOf = (key: string, options: ChoiceLabels) =>
  Object.hasOwn(options, key) ? (options[key] ?? key) : key
