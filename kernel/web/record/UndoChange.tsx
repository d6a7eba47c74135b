import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../request.ts'
import { announce, announceTrouble } from '../ui/announce.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Timeline.module.css'
import type { Entry } from './timeline.ts'

/** Takes back one change of this record, and nothing else of what was done with it at the time. */
export function UndoChange({ entry: { id, batch, events } }: { readonly entry: Entry }) {
  const say = useWords()
  const queries = useQueryClient()
  const { record, mayEdit } = useHere()
  const undoing = useMutation({
    mutationFn: async () =>
      (await request({ method: 'POST', path: `/api/batches/${batch}/undo`, body: { record: id } })) as {
        readonly kept: readonly unknown[]
      },
    onSuccess: ({ kept }) => announce(kept.length ? say('undo.kept', { count: kept.length }) : say('undo.done')),
    onError: error => announceTrouble(error, say),
    onSettled: () => void queries.invalidateQueries(),
  })
  if (!batch || !mayEdit || id !== record.id || !events.includes('updated')) return null
  return (
    <>
      {' · '}
      <button type="button" className={styles.undo} disabled={undoing.isPending} onClick={() => undoing.mutate()}>
        {say('undo.undo')}
      </button>
    </>
  )
}
