import { Followers } from './Followers.tsx'
import { Others } from './Others.tsx'
import styles from './People.module.css'

/** Who is told of what happens here, and who is here. */
export function People() {
  return (
    <div className={styles.people}>
      <Followers />
      <Others />
    </div>
  )
}
