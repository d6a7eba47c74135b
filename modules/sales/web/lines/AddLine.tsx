import { useSalesWords } from '../words/words.ts'
import styles from './Lines.module.css'
import { NameCell } from './NameCell.tsx'
import type { LinePatch } from './use-lines.ts'

interface AddLineProps {
  readonly isFirst: boolean
  readonly onAdd: (draft: LinePatch) => void
}

/** Below the last line begins the next: a product brings its price along. */
export function AddLine({ isFirst, onAdd }: AddLineProps) {
  const say = useSalesWords()
  return (
    <div className={styles.add} data-first={isFirst || undefined}>
      {isFirst && <p className={styles.none}>{say('lines.empty')}</p>}
      <NameCell
        cell="add"
        label={say('lines.add')}
        name=""
        placeholder={say('lines.add')}
        isStill={false}
        onPick={({ id }) => onAdd({ product: id })}
        onName={name => onAdd({ name })}
      />
    </div>
  )
}
