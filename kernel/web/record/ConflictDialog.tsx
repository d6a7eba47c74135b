import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { useWords } from '../words/words.tsx'
import styles from './ConflictDialog.module.css'
import { type Conflict, decided } from './conflict.ts'
import type { Here } from './here.ts'

interface ConflictProps extends Pick<Here, 'object' | 'included' | 'save'> {
  readonly conflict: Conflict
  readonly onDone: () => void
}

/** Field by field: what was there, what somebody else wrote, what one wrote oneself. */
export function ConflictDialog({ object, included, conflict, save, onDone }: ConflictProps) {
  const say = useWords()
  const [mine, keep] = useState<ReadonlySet<string>>(new Set(conflict.names))
  const names = { ...included, ...conflict.theirs.included }
  const choose = (name: string, isMine: boolean) =>
    keep(before => new Set([...before].filter(other => other !== name).concat(isMine ? [name] : [])))
  const settle = () => {
    const patch = decided(conflict, mine)
    onDone()
    if (Object.keys(patch).length) void save(conflict.theirs, patch).catch(() => {})
  }
  return (
    <Dialog title={say('conflict.title')} onClose={onDone} size={560}>
      <p className={styles.hint}>{say('conflict.hint')}</p>
      {conflict.names.flatMap(name => {
        const field = fieldOf(object, name)
        return field ? [<Choice key={name} {...{ field, conflict, names, isMine: mine.has(name), choose }} />] : []
      })}
      <div className={styles.foot}>
        <Button variant="default" onClick={onDone}>
          {say('conflict.theirs.all')}
        </Button>
        <Button onClick={settle}>{say('form.save')}</Button>
      </div>
    </Dialog>
  )
}

interface ChoiceProps {
  readonly field: DescribedField
  readonly conflict: Conflict
  readonly names: Included
  readonly isMine: boolean
  readonly choose: (name: string, isMine: boolean) => void
}

function Choice({ field, conflict: { seen, theirs, patch }, names, isMine, choose }: ChoiceProps) {
  const say = useWords()
  const value = (of: unknown) => (
    <span>
      <FieldValue field={field} value={of} included={names} place="fact" />
    </span>
  )
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{field.label}</legend>
      <p className={styles.before}>
        <span>{say('conflict.before')}</span>
        {value(seen[field.name])}
      </p>
      <label className={styles.choice}>
        <input type="radio" name={field.name} checked={!isMine} onChange={() => choose(field.name, false)} />
        <span className={styles.who}>{say('conflict.theirs')}</span>
        {value(theirs[field.name])}
      </label>
      <label className={styles.choice}>
        <input type="radio" name={field.name} checked={isMine} onChange={() => choose(field.name, true)} />
        <span className={styles.who}>{say('conflict.mine')}</span>
        {value(patch[field.name])}
      </label>
    </fieldset>
  )
}
