import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { mayDo } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './ImportLink.module.css'

/** From a list to where those that look the same are merged. */
export function DuplicatesLink({ object }: { readonly object: DescribedObject }) {
  const say = useWords()
  if (!object.alike) return null
  return (
    <Link
      to="/$plural/duplicates"
      params={{ plural: object.plural }}
      className={`${styles.link} ${styles.button}`}
      title={say('list.duplicates')}
    >
      <Icon name="copy" size={15} />
      <span className={styles.word}>{say('list.duplicates')}</span>
    </Link>
  )
}

/** From a list to where a file is brought into it. */
export function ImportLink({ object }: { readonly object: DescribedObject }) {
  const say = useWords()
  if (!mayDo(object, 'import')) return null
  return (
    <Link
      to="/$plural/import"
      params={{ plural: object.plural }}
      className={`${styles.link} ${styles.button}`}
      title={say('list.import')}
    >
      <Icon name="upload" size={15} />
      <span className={styles.word}>{say('list.import')}</span>
    </Link>
  )
}
