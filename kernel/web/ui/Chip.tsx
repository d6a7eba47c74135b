import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'accent'

export const Chip = ({
  tone = 'grey',
  children,
}: {
  readonly tone?: Tone | undefined
  readonly children: ReactNode
}) => (
  <span className={styles.chip} data-tone={tone}>
    {children}
  </span>
)

export const Chips = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.chips}>{children}</span>
)
