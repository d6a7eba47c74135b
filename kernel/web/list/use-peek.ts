import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ListSearch } from './list-search.ts'

/** The record that stands open beside the list. The first one is a step of its way back; the next ones take its place. */
export function usePeek() {
  const peek = useSearch({ strict: false, select: (search: ListSearch) => search.peek })
  const navigate = useNavigate()
  const isOpen = peek !== undefined
  const open = useCallback(
    (id: string | undefined) =>
      void navigate({ to: '.', search: before => ({ ...before, peek: id }), replace: id !== undefined && isOpen }),
    [navigate, isOpen],
  )
  return [peek, open] as const
}
