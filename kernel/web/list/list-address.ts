import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { BoardSearch } from '../board/board-search.ts'

/**
 * What stands in the address of a list or of a board, and another address of the same screen in its place. What is
 * open beside it is no part of that: opening it draws no list anew.
 */
export function useAddress() {
  const written = useSearch({ strict: false, select: search => JSON.stringify({ ...search, peek: undefined }) })
  const search = useMemo((): BoardSearch => JSON.parse(written), [written])
  const navigate = useNavigate()
  const go = useCallback(
    (change: (before: BoardSearch) => BoardSearch) => void navigate({ to: '.', search: change, replace: true }),
    [navigate],
  )
  return [search, go] as const
}
