import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { choiceQuery } from '../queries.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { pasted, type Resolve, type Sheet, textsIn } from './block.ts'
import { cleared } from './cells.ts'
import type { Block } from './cursor.ts'
import type { TableProps } from './Table.tsx'
import { readTsv, writeTsv } from './tsv.ts'

/** Copy, cut and paste of blocks, while the hand is on the table. */
export function useClipboard(
  grid: RefObject<HTMLElement | null>,
  { object, columns, pages, edits }: TableProps,
  block: Block | undefined,
) {
  const locale = useLocale()
  const say = useWords()
  const resolve = useResolve()
  const sheet: Sheet = { object, columns, rowAt: pages.at, locale }
  useEffect(() => {
    const isMine = () => block !== undefined && document.activeElement === grid.current
    const copy = (event: ClipboardEvent) => {
      if (!block || !isMine()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', writeTsv(textsIn(sheet, block)))
      if (event.type === 'cut') void edits.save(cleared(object, columns, block, row => pages.at(row)?.record))
    }
    const paste = (event: ClipboardEvent) => {
      if (!block || !isMine()) return
      event.preventDefault()
      const texts = readTsv(event.clipboardData?.getData('text/plain') ?? '')
      pasted(sheet, block, texts, resolve).then(edits.save, error => announceTrouble(error, say))
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  })
  return sheet
}

/** By the name that people see. Each is asked for once. */
function useResolve(): Resolve {
  const { byName } = useSchema()
  const queries = useQueryClient()
  return async (name, title) => {
    const object = byName(name)
    if (!object) return undefined
    const { rows } = await queries.fetchQuery({ ...choiceQuery(object, title), staleTime: 10_000 })
    return rows.find(row => titleOf(object, row) === title)?.id
  }
}
