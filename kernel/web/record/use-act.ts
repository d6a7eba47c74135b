import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import { forget, recordsOf } from '../queries.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'

/** Does an action that asks for nothing more. */
export function useAct(object: DescribedObject) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  return useMutation({
    mutationFn: ({ id, action }: { readonly id: string; readonly action: DescribedAction }) =>
      recordsOf(object).act(id, action.name),
    onSuccess: (answer, { action }) =>
      done(say('record.done', { label: action.label }), action.final ? undefined : answer),
    onError: error => announceTrouble(error, say),
    onSettled: () => forget(queries, object.name),
  })
}
