import { useQuery } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { titleOf } from '../../ui/titles.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { allQuery } from '../admin.ts'

/** Roles or teams by their names. */
export function NamesOf({ object, ids }: { readonly object: DescribedObject; readonly ids: readonly string[] }) {
  const say = useAdminWords()
  const { data } = useQuery(allQuery(object))
  if (ids.length === 0) return '–'
  const names = ids.map(id => {
    const found = data?.rows.find(row => row.id === id)
    return { id, name: found ? titleOf(object, found) : say('value.unseen') }
  })
  return (
    <Chips>
      {names.map(({ id, name }) => (
        <Chip key={id}>{data ? name : '…'}</Chip>
      ))}
    </Chips>
  )
}
