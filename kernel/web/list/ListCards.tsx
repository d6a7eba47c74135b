import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/Avatar.tsx'
import { FieldValue, isEmpty } from '../ui/FieldValue.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import styles from './ListCards.module.css'
import type { RowsProps } from './ListTable.tsx'

/** The list on a phone: who or what, and under it what is known. */
export function ListCards({ object, columns, rows, included }: RowsProps) {
  const say = useWords()
  const others = columns.filter(({ name }) => !object.title.includes(name))
  if (!rows)
    return (
      <div role="status" aria-label={say('list.loading', { label: object.label[1] })} className={styles.waiting}>
        {[1, 2, 3, 4, 5, 6].map(line => (
          <Skeleton key={line} height={44} mb="sm" radius="sm" />
        ))}
      </div>
    )
  return (
    <ul className={styles.cards} aria-label={object.label[1]}>
      {rows.map(row => {
        const title = titleOf(object, row) || say('list.untitled')
        return (
          <li key={row.id} className={styles.card}>
            <Avatar name={title} size={32} />
            <div className={styles.text}>
              <Link to="/$plural/$id" params={{ plural: object.plural, id: row.id }} className={styles.title}>
                {title}
              </Link>
              <div className={styles.details}>
                {others
                  .filter(({ name, type }) => !isEmpty(row[name]) && type !== 'flag')
                  .slice(0, 2)
                  .map(field => (
                    <span key={field.name} className={styles.detail}>
                      <FieldValue field={field} value={row[field.name]} included={included} place="row" />
                    </span>
                  ))}
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
