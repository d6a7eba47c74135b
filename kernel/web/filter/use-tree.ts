import { useCallback, useState } from 'react'
import { operandOf } from '../../fields/operand.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { FieldProblem, type Locale } from '../../schema/field-type.ts'
import { type Schema, useLocale, useSchema } from '../schema/use-schema.ts'
import { shapeOf } from './operators.ts'
import { alongPath } from './subjects.ts'
import { type Accepts, type Condition, type Group, readFilter, type Where, writeFilter } from './tree.ts'

/** The filter as a tree that keeps what is not finished yet; what is finished goes out as soon as it is. */
export function useTree(
  object: DescribedObject,
  where: Where | undefined,
  onChange: (where: Where | undefined) => void,
): readonly [root: Group, change: (root: Group) => void] {
  const schema = useSchema()
  const locale = useLocale()
  const given = JSON.stringify(where)
  const read = () => ({ root: readFilter(where, fieldsOf(schema, object)), given, sent: [] as readonly string[] })
  const [{ root, given: known, sent }, keep] = useState(read)
  if (given !== known) {
    // What comes back is what went out, though perhaps not the last of it; anything else is somebody else's.
    const at = sent.lastIndexOf(String(given))
    keep(at < 0 ? read() : { root, given, sent: sent.slice(at + 1) })
  }
  const change = useCallback(
    (next: Group) => {
      const now = writeFilter(next, acceptsOf(schema, object, locale))
      const text = JSON.stringify(now)
      const isNews = text !== (sent.length ? sent.at(-1) : known)
      keep({ root: next, given: known, sent: isNews ? [...sent, String(text)] : sent })
      if (isNews) onChange(now)
    },
    [schema, object, locale, known, sent, onChange],
  )
  return [root, change]
}

/** What a filter of an object may ask about. */
export const fieldsOf = (schema: Schema, object: DescribedObject) => (name: string | undefined) => (path: string) => {
  const of = name === undefined ? object : schema.byName(name)
  return of && alongPath(schema, of, path)?.at(-1)
}

const acceptsOf =
  (schema: Schema, object: DescribedObject, locale: Locale): Accepts =>
  (condition, name) =>
    isGood(fieldsOf(schema, object)(name)(condition.path), condition, locale)

/** As the server will read it; what only the server can read is left to it. */
export function isGood(
  field: ReturnType<ReturnType<ReturnType<typeof fieldsOf>>>,
  condition: Condition,
  locale: Locale,
) {
  const { operator, operand } = condition
  if (!field || operator === 'filled' || shapeOf(operator) === 'none') return true
  try {
    operandOf(field, operator, withoutMe(operand), locale)
    return true
  } catch (problem) {
    return !(problem instanceof FieldProblem)
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'
const withoutMe = (operand: unknown): unknown =>
  Array.isArray(operand) ? operand.map(withoutMe) : operand === '@me' ? nobody : operand
