import { useMutation } from '@tanstack/react-query'
import { useSchema } from '../schema/use-schema.ts'
import { useTakeBack } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Timeline.module.css'
import type { Entry } from './timeline.ts'

/** Takes back one change of this record, and nothing else of what was done with it at the time. */
export function UndoChange({ entry: { id, batch, events, actor } }: { readonly entry: Entry }) {
  const say = useWords()
  const takeBack = useTakeBack()
  const { object, record, mayEdit } = useHere()
  const { person } = useSchema()
  const undoing = useMutation({
    mutationFn: () => takeBack({ batch: batch ?? '', record: id }),
  })
  const isTheirs = person.administrator || actor?.id === person.id
  const isFinal = events.some(event => object.final.includes(event))
  if (!batch || !mayEdit || !isTheirs || isFinal || id !== record.id || !events.includes('updated')) return null
  return (
    <>
      {' · '}
      <button type="button" className={styles.undo} disabled={undoing.isPending} onClick={() => undoing.mutate()}>
        {say('undo.undo')}
      </button>
    </>
  )
}
