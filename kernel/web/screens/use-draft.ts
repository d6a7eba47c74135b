import { useState } from 'react'
import type { DescribedField } from '../../schema/described.ts'
import { type FieldTrouble, Trouble } from '../request.ts'
import { keepDraft, readDraft } from './kept-draft.ts'

export type Values = Readonly<Record<string, unknown>>

/** As `useDraft`, and kept under a name until it is saved or given up: an accident costs nothing that was typed. */
export function useKeptDraft(name: string, fields: readonly DescribedField[], start: Values) {
  const [kept] = useState(() => readDraft(name))
  const [isRestored, setRestored] = useState(Object.keys(kept).length > 0)
  const draft = useDraft(fields, start, kept)
  return {
    ...draft,
    isRestored,
    set(field: string, value: unknown) {
      keepDraft(name, { ...draft.touched, [field]: value })
      draft.set(field, value)
    },
    forget() {
      keepDraft(name, {})
      setRestored(false)
      draft.clear()
    },
  }
}

/** What a form holds: values as typed, which of them were touched, and what the server said about each. */
export function useDraft(fields: readonly DescribedField[], start: Values, before: Values = {}) {
  const [touched, setTouched] = useState<Values>(before)
  const [troubles, setTroubles] = useState<readonly FieldTrouble[]>([])
  return {
    touched,
    troubles,
    values: { ...start, ...touched } as Values,
    set(name: string, value: unknown) {
      setTouched(before => ({ ...before, [name]: value }))
      setTroubles(before => before.filter(({ field }) => field !== name))
    },
    clear() {
      setTouched({})
      setTroubles([])
    },
    errorOf: (name: string) => troubles.find(({ field }) => field === name)?.message,
    /** Takes what is wrong with one field, and leaves the others as they are. */
    mark(name: string, error: unknown) {
      const found = error instanceof Trouble ? error.fields.filter(({ field }) => field === name) : []
      if (found.length) setTroubles(before => [...before.filter(({ field }) => field !== name), ...found])
    },
    /** Takes what belongs to the fields; answers with what must be said above them. */
    refuse(error: unknown): unknown {
      const found = error instanceof Trouble ? error.fields : []
      const known = found.filter(({ field }) => fields.some(({ name }) => name === field))
      setTroubles(known)
      const isSaid =
        error instanceof Trouble && error.code === 'invalid' && known.length > 0 && known.length === found.length
      return isSaid ? undefined : error
    },
  }
}

export const defaultsOf = (fields: readonly DescribedField[]): Values =>
  Object.fromEntries(
    fields.flatMap(field => ('default' in field && field.default !== undefined ? [[field.name, field.default]] : [])),
  )
