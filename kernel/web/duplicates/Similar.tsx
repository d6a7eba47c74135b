import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { Icon } from '../ui/Icon.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import { similarTo } from './duplicates.ts'
import styles from './Similar.module.css'

interface SimilarProps {
  readonly object: DescribedObject
  readonly draft: Readonly<Record<string, unknown>>
}

/** While somebody writes down what may be there already. */
export default function Similar({ object, draft }: SimilarProps) {
  const say = useDuplicateWords()
  const settled = useDeferredValue(draft)
  const { data: found = [] } = useQuery({ ...similarTo(object, settled), placeholderData: before => before })
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={styles.similar}>
          <Icon name="copy" size={16} />
          <div>
            <p className={styles.said}>{say('duplicates.similar', { count: found.length })}</p>
            <ul className={styles.records}>
              {found.map(({ record, score }) => (
                <li key={record.id}>
                  <ToRecord plural={object.plural} id={record.id}>
                    {titleOf(object, record) || say('list.untitled')}
                  </ToRecord>
                  <span className={styles.score}>{say('duplicates.score', { score })}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}
