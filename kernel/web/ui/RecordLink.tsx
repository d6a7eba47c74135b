import type { Included } from '../client.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useWords } from '../words/words.tsx'
import styles from './RecordLink.module.css'
import { ToRecord } from './ToRecord.tsx'
import { asLine } from './titles.ts'

interface RecordLinkProps {
  readonly object: string
  readonly id: string
  readonly included: Included
}

/** Another record by its name. What this person may not see has none. */
export function RecordLink({ object: name, id, included }: RecordLinkProps) {
  const object = useSchema().byName(name)
  const say = useWords()
  const found = included[name]?.[id]
  if (!object || !found) return <span className={styles.unseen}>{say('value.unseen')}</span>
  return (
    <ToRecord plural={object.plural} id={id} className={styles.link} onClick={event => event.stopPropagation()}>
      {asLine(found.title, undefined) || say('list.untitled')}
    </ToRecord>
  )
}
