import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { isEmpty } from '../../fields/empty.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { Face } from '../ui/Face.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import type { Column } from './columns.ts'
import { GroupName, GroupSums } from './GroupRow.tsx'
import { useKeptScroll } from './kept-scroll.ts'
import styles from './ListCards.module.css'
import type { Pages, Row } from './use-pages.ts'

interface ListCardsProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly pages: Pages
}

const height = 64
const groupHeight = 44

/** The list on a phone: who or what, and under it what is known. */
export function ListCards({ object, columns, pages }: ListCardsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: pages.count,
    getScrollElement: () => scroller.current,
    estimateSize: index => (pages.groups?.at(index) ? groupHeight : height),
    overscan: 8,
    initialOffset: useKeptScroll(scroller),
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { see } = pages
  useEffect(() => see(first, last), [see, first, last])
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.cards} aria-label={object.label[1]} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.at(index)
          const group = pages.groups?.at(index)
          return (
            <li
              key={group?.key ?? row?.record.id ?? index}
              className={group ? styles.group : styles.card}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={pages.isComplete ? pages.count : -1}
            >
              {group && pages.groups ? (
                <>
                  <GroupName groups={pages.groups} group={group} />
                  <GroupSums columns={columns} group={group} />
                </>
              ) : row ? (
                <Card object={object} columns={columns} row={row} />
              ) : (
                <Skeleton height={40} radius="sm" />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Card({ object, columns, row }: Pick<ListCardsProps, 'object' | 'columns'> & { readonly row: Row }) {
  const say = useWords()
  const { record, included } = row
  const title = titleOf(object, record, included) || say('list.untitled')
  const known = columns
    .filter(({ isTitle }) => !isTitle)
    .flatMap(({ fields }) => fields)
    .filter(({ name, type }) => !isEmpty(record[name]) && type !== 'flag')
  return (
    <>
      <Face {...{ object, record, included, title }} size={32} />
      <div className={styles.text}>
        <ToRecord plural={object.plural} id={record.id} className={styles.title}>
          {title}
        </ToRecord>
        <div className={styles.details}>
          {known.slice(0, 2).map(field => (
            <span key={field.name} className={styles.detail}>
              <FieldValue field={field} value={record[field.name]} included={included} place="row" />
            </span>
          ))}
        </div>
      </div>
    </>
  )
}
