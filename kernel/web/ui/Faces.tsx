import { Avatar } from './Avatar.tsx'
import styles from './Faces.module.css'

interface FacesProps {
  readonly names: readonly string[]
  readonly count: number
  /** What they are, in words. */
  readonly label: string
}

const most = 4

/** A few people at a glance; who they are on hover. */
export const Faces = ({ names, count, label }: FacesProps) => (
  <span className={styles.faces} role="img" aria-label={`${label}: ${names.join(', ')}`} title={names.join(', ')}>
    {names.slice(0, most).map(name => (
      <span key={name} className={styles.face}>
        <Avatar name={name} size={22} />
      </span>
    ))}
    {count > Math.min(most, names.length) && (
      <span className={styles.more}>+{count - Math.min(most, names.length)}</span>
    )}
  </span>
)
