import type { Ref } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './CommandMenu.module.css'
import { Keys } from './Keys.tsx'
import type { Choice, ChoiceSection } from './use-choices.ts'

interface ChoicesProps {
  readonly ref: Ref<HTMLDivElement>
  readonly sections: readonly ChoiceSection[]
  readonly active: string | undefined
  readonly onTake: (id: string) => void
  readonly onPoint: (id: string) => void
}

export function Choices({ ref, sections, active, onTake, onPoint }: ChoicesProps) {
  const say = useWords()
  return (
    <div ref={ref} id="choices" role="listbox" aria-label={say('search.title')} className={styles.choices}>
      {sections.map(({ name, label, choices }) => (
        // biome-ignore lint/a11y/useSemanticElements: groups of a listbox are no fieldsets
        <div key={name} role="group" aria-label={label}>
          <div className={styles.label} aria-hidden>
            {label}
          </div>
          {choices.map(choice => (
            <Line
              key={choice.id}
              choice={choice}
              isActive={choice.id === active}
              onTake={() => onTake(choice.id)}
              onPoint={() => onPoint(choice.id)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface LineProps {
  readonly choice: Choice
  readonly isActive: boolean
  readonly onTake: () => void
  readonly onPoint: () => void
}

/** The focus stays in the box; the keys are heard there. */
const Line = ({ choice: { id, icon, label, kind, keys }, isActive, onTake, onPoint }: LineProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: see above
  <div
    id={id}
    role="option"
    aria-selected={isActive}
    tabIndex={-1}
    className={styles.choice}
    onClick={onTake}
    onMouseDown={event => event.preventDefault()}
    onMouseMove={() => isActive || onPoint()}
  >
    <Icon name={icon} />
    <span className="truncate">{label}</span>
    {kind && <span className={styles.kind}>{kind}</span>}
    {keys && <Keys keys={keys} />}
  </div>
)
