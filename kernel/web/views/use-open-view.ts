import { useNavigate } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import type { BoardSearch } from '../board/board-search.ts'
import { noView } from './use-viewed.ts'
import { isOnBoard, type View } from './views.ts'

/** Opens a view as it was saved, as a list or as a board; without one all of the records, as they stand now. */
export function useOpenView({ plural }: Pick<DescribedObject, 'plural'>, views: readonly View[]) {
  const navigate = useNavigate()
  return (view: View | undefined) => {
    const id = view?.id ?? (views.length ? noView : undefined)
    const search = ({ q }: BoardSearch) => ({ ...(q ? { q } : {}), ...(id ? { view: id } : {}) })
    if (!view) return navigate({ to: '.', search })
    return navigate({ to: isOnBoard(view) ? '/$plural/board' : '/$plural', params: { plural }, search })
  }
}
