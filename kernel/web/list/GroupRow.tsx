import { FieldValue } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import type { Column } from './columns.ts'
import styles from './GroupRow.module.css'
import { stays } from './Row.tsx'
import { partsOf, ShortSums } from './Sums.tsx'
import rows from './Table.module.css'
import type { GroupLine, GroupLines } from './use-pages.ts'

interface GroupRowProps {
  readonly groups: GroupLines
  readonly group: GroupLine
  readonly columns: readonly Column[]
  readonly index: number
  readonly top: number
  readonly prefix: string
  readonly isHere: boolean
  readonly chosen: boolean | 'some'
}

/** The line over the rows of a group: its value, how many, and what they come to under the heads of the columns. */
export function GroupRow({ groups, group, columns, index, top, prefix, isHere, chosen }: GroupRowProps) {
  const say = useWords()
  const [title, ...others] = columns
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${rows.row} ${styles.row}`}
      style={{ transform: `translateY(${top}px)` }}
      data-group={group.key}
      data-chosen={chosen === true || undefined}
    >
      <div role="gridcell" className={rows.check} aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          className={rows.box}
          checked={chosen === true}
          ref={box => {
            if (box) box.indeterminate = chosen === 'some'
          }}
          readOnly
          data-choose={index}
          aria-label={say('group.choose', { label: group.label })}
        />
      </div>
      <div
        id={`${prefix}${index}-0`}
        role="gridcell"
        aria-colindex={2}
        aria-expanded={group.isOpen}
        className={styles.name}
        style={title && stays(title)}
        data-row={index}
        data-column={0}
        data-cursor={isHere || undefined}
      >
        <GroupName groups={groups} group={group} />
      </div>
      {others.map((column, at) => (
        <div
          key={column.name}
          role="gridcell"
          aria-colindex={at + 3}
          className={styles.sum}
          style={stays(column)}
          data-align={column.align}
        >
          {column.fields.map(field => (
            <ShortSums key={field.name} field={field} value={group.sums[field.name]} />
          ))}
        </div>
      ))}
    </div>
  )
}

export function GroupName({ groups, group }: Pick<GroupRowProps, 'groups' | 'group'>) {
  const say = useWords()
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.toggle}
        aria-label={say(group.isOpen ? 'group.close' : 'group.open', { label: group.label })}
        aria-expanded={group.isOpen}
        onClick={() => groups.toggle(group.key)}
        data-open={group.isOpen || undefined}
      >
        <Icon name="chevron-down" size={15} />
      </button>
      <span className={styles.value}>
        {group.value === null || groups.field.type === 'date' ? (
          <span className={group.value === null ? styles.none : undefined}>{group.label}</span>
        ) : (
          <FieldValue field={groups.field} value={group.value} included={groups.included} place="row" />
        )}
      </span>
      <span className={styles.count}>{say('group.count', { count: group.count })}</span>
    </>
  )
}

/** On a phone, where there are no columns: what the first of them comes to. */
export function GroupSums({ columns, group }: Pick<GroupRowProps, 'columns' | 'group'>) {
  const field = columns.flatMap(({ fields }) => fields).find(({ name }) => partsOf(group.sums[name]).length)
  return (
    field && (
      <span className={styles.first}>
        <ShortSums field={field} value={group.sums[field.name]} />
      </span>
    )
  )
}
