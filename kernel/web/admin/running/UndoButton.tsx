import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce, announceTrouble } from '../../ui/announce.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { type Change, undoBatch } from './running.ts'

/** Takes back all that was done together with this change. */
export function UndoButton({ change: { batch, source } }: { readonly change: Change }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => undoBatch(batch),
    onSuccess: ({ undone, kept }) =>
      announce(kept.length ? say('audit.kept', { count: kept.length }) : say('audit.undone', { count: undone })),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Button variant="default" h={30} px={12} loading={undoing.isPending} onClick={() => undoing.mutate()}>
      {say(source === 'undo' ? 'audit.redo' : 'audit.undo')}
    </Button>
  )
}
