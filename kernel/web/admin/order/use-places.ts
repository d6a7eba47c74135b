import { useMutation } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { placesOf } from '../../order/moved.ts'
import { recordsOf } from '../../queries.ts'
import { announceTrouble } from '../../ui/announce.tsx'
import { useDone } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'

/** Writes an order at once and whole: of two people who put the same list in order, that of the last stands. */
export function usePlaces(object: DescribedObject, onSettled: () => Promise<unknown>) {
  const say = useAdminWords()
  const done = useDone()
  const putting = useMutation({
    // Moved on by the next key before this is written: one after the other.
    scope: { id: `places of ${object.name}` },
    mutationFn: (rows: readonly AnyRecord[]) => recordsOf(object).updateEach(placesOf(rows)),
    onSuccess: answer => done(say('order.saved'), answer),
    onError: error => announceTrouble(error, say),
    onSettled,
  })
  return { order: putting.isPending ? putting.variables : undefined, put: putting.mutate }
}
