import { Avatar } from './Avatar.tsx'
import styles from './Faces.module.css'

interface FacesProps {
  readonly people: readonly { readonly id: string; readonly title: string }[]
  readonly count: number
  /** What they are, in words. */
  readonly label: string
}

const most = 4

/** A few people at a glance; who they are on hover. */
export function Faces({ people, count, label }: FacesProps) {
  const names = people.map(({ title }) => title).join(', ')
  const more = count - Math.min(most, people.length)
  return (
    <span className={styles.faces} role="img" aria-label={`${label}: ${names}`} title={names}>
      {people.slice(0, most).map(({ id, title }) => (
        <span key={id} className={styles.face}>
          <Avatar name={title} id={id} size={22} />
        </span>
      ))}
      {more > 0 && <span className={styles.more}>+{more}</span>}
    </span>
  )
}
