import { Skeleton } from '@mantine/core'
import type { CSSProperties } from 'react'
import styles from './Dashboards.module.css'

/** Where tiles will be. */
export const Waiting = () => (
  <div className={styles.screen} aria-busy>
    <Skeleton h={28} w={220} m={16} />
    <div className={styles.grid}>
      {sketch.map(({ id, width, height }) => (
        <Skeleton
          key={id}
          radius={10}
          className={styles.tile}
          style={{ '--width': width, '--height': height } as CSSProperties}
        />
      ))}
    </div>
  </div>
)

const sketch = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => ({ id, width: at < 4 ? 3 : 6, height: at < 4 ? 2 : 5 }))
