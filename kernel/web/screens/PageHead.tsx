import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { useTitle } from '../shell/use-title.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './PageHead.module.css'

interface PageHeadProps {
  /** To whose list the way back leads. */
  readonly object: DescribedObject
  readonly title: string
  /** Beside the title. */
  readonly about?: string | undefined
}

/** The top of a page that is about all records of an object. */
export function PageHead({ object, title, about }: PageHeadProps) {
  useTitle(title)
  return (
    <div className={styles.head}>
      <Link to="/$plural" params={{ plural: object.plural }} className={styles.back}>
        <Icon name="arrow-left" size={14} />
        {object.label[1]}
      </Link>
      <h1 className={styles.title}>{title}</h1>
      {about && <span className={styles.about}>{about}</span>}
    </div>
  )
}
