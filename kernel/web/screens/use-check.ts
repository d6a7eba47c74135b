import { type FocusEvent, useEffect, useRef, useState } from 'react'
import type { useDraft, Values } from './use-draft.ts'

/** Rejects with what is wrong. */
export type Check = (values: Values) => Promise<unknown>

/** Whoever leaves a field that was filled in is told at once what the server would say of it. */
export function useCheck(draft: Pick<ReturnType<typeof useDraft>, 'touched' | 'mark'>, check: Check | undefined) {
  const [left, setLeft] = useState<{ readonly name: string }>()
  const latest = useRef({ draft, check })
  useEffect(() => {
    latest.current = { draft, check }
  })
  // After what the field itself does when it is left was drawn.
  useEffect(() => {
    const { draft, check } = latest.current
    if (!left || !check || !Object.hasOwn(draft.touched, left.name)) return
    const { name } = left
    const value = draft.touched[name]
    check({ [name]: value }).catch((error: unknown) => {
      const { touched, mark } = latest.current.draft
      if (touched[name] === value) mark(name, error)
    })
  }, [left])
  return ({ target, relatedTarget }: FocusEvent) => {
    const field = target.closest<HTMLElement>('[data-field]')
    const name = field?.dataset.field
    if (name !== undefined && !field?.contains(relatedTarget as Node | null)) setLeft({ name })
  }
}
