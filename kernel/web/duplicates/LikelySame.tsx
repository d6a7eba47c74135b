import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import { duplicatesOf } from './duplicates.ts'
import styles from './LikelySame.module.css'

/** On a record: that it is perhaps another one, too. */
export default function LikelySame({ object, id }: { readonly object: DescribedObject; readonly id: string }) {
  const say = useDuplicateWords()
  const { data: found = [] } = useQuery(duplicatesOf(object, id))
  const [first] = found
  if (!first) return null
  const title = titleOf(object, first.record) || say('list.untitled')
  return (
    <Link to="/$plural/duplicates" params={{ plural: object.plural }} search={{ of: id }} className={styles.link}>
      <Icon name="copy" size={14} />
      {say('duplicates.on-record', { title, count: found.length, more: found.length - 1 })}
    </Link>
  )
}
