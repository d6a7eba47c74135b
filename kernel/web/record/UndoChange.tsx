import { useMutation } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { useTakeBack } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Timeline.module.css'
import type { Entry } from './timeline.ts'

/** Takes back one change of this record, and nothing else of what was done with it at the time. */
export function UndoChange({ entry }: { readonly entry: Entry }) {
  const { id, batch, actor } = entry
  const say = useWords()
  const takeBack = useTakeBack()
  const { object, record, mayEdit } = useHere()
  const { person } = useSchema()
  const undoing = useMutation({
    mutationFn: () => takeBack({ batch: batch ?? '', record: id }),
  })
  const isTheirs = person.administrator || actor?.id === person.id
  if (!batch || !mayEdit || !isTheirs || id !== record.id || !isUndoable(object, entry)) return null
  return (
    <>
      {' · '}
      <button type="button" className={styles.undo} disabled={undoing.isPending} onClick={() => undoing.mutate()}>
        {say('undo.undo')}
      </button>
    </>
  )
}

/** What is final is not undone, and what follows from something else not by itself. */
function isUndoable(object: DescribedObject, { events, fields = {} }: Entry) {
  const isReadonly = (name: string) => fieldOf(object, name)?.readonly === true
  const isPlain = events.every(event => event === 'updated')
  return (
    events.includes('updated') &&
    !events.some(event => object.final.includes(event)) &&
    !(isPlain && Object.keys(fields).every(isReadonly))
  )
}
