import type { DescribedAction } from '../../schema/described.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'

interface TargetsProps {
  readonly actions: readonly DescribedAction[]
  readonly over: string | undefined
}

/** What else can be done with the card that is held: dropped here, it is done. */
export function Targets({ actions, over }: TargetsProps) {
  const say = useListWords()
  if (actions.length === 0) return null
  return (
    <section className={styles.targets} aria-label={say('board.targets')}>
      {actions.map(action => (
        <div
          key={action.name}
          className={styles.target}
          data-place={targetOf(action)}
          data-over={over === targetOf(action)}
          data-tone={action.tone}
        >
          <Icon name={action.tone === 'green' ? 'check' : action.tone === 'red' ? 'x' : 'arrow-right'} />
          {action.label}
        </div>
      ))}
    </section>
  )
}

export const targetOf = ({ name }: DescribedAction) => `action ${name}`
