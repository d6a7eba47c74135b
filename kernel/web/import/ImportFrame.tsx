import type { ReactNode } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { PageHead } from '../screens/PageHead.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useImportWords } from '../words/import/words.ts'
import styles from './ImportFrame.module.css'

interface FrameProps {
  readonly object: DescribedObject
  readonly at: number
  /** Beside the title: the name of the file. */
  readonly about?: string | undefined
  readonly children: ReactNode
}

const steps = ['file', 'columns', 'preview', 'end'] as const

/** What every step has in common: the way back, the title and how far one has come. */
export function ImportFrame({ object, at, about, children }: FrameProps) {
  const say = useImportWords()
  return (
    <div className={styles.page}>
      <PageHead object={object} title={say('import.title', { label: object.label[1] })} about={about} />
      <ol className={styles.steps} aria-label={say('import.steps')}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={styles.step}
            data-done={index < at || undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden>
              {index < at ? <Icon name="check" size={12} /> : index + 1}
            </span>
            {say(`import.step.${step}`)}
          </li>
        ))}
      </ol>
      {children}
    </div>
  )
}

/** What one decides at the end of a step; it stays in sight. */
export const Foot = ({ children }: { readonly children: ReactNode }) => <div className={styles.foot}>{children}</div>
