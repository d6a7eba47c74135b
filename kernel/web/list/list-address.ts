import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { BoardSearch } from '../board/board-search.ts'

/** What stands in the address of a list or of a board, and another address of the same screen in its place. */
export function useAddress() {
  const search: BoardSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = useCallback(
    (change: (before: BoardSearch) => BoardSearch) => void navigate({ to: '.', search: change, replace: true }),
    [navigate],
  )
  return [search, go] as const
}
