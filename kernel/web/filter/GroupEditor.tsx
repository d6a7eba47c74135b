import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { filterLimits } from '../../schema/filter.ts'
import type { Included } from '../client.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { ConditionRow } from './ConditionRow.tsx'
import { CountRow } from './CountRow.tsx'
import { addTerm, removeTerm, replaceTerm } from './edits.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { type Group, type How, newCondition, newGroup, type Term } from './tree.ts'

export interface GroupProps {
  readonly object: DescribedObject
  readonly group: Group
  readonly root: Group
  readonly onChange: (root: Group) => void
  readonly included: Included
  readonly depth: number
}

const hows: readonly How[] = ['all', 'any', 'none']

/** Conditions that hold together, and groups of them. */
export function GroupEditor(props: GroupProps) {
  const { group, root, onChange, depth } = props
  const say = useListWords()
  // Of a condition that was just added one chooses the field first.
  const [added, setAdded] = useState(group.terms.length === 1 && isBlank(group.terms[0]) ? group.terms[0]?.key : 0)
  const add = (term: Term, begin: number) => {
    setAdded(begin)
    onChange(addTerm(root, group.key, term))
  }
  const addOne = () => {
    const condition = newCondition()
    add(condition, condition.key)
  }
  const addGroup = () => add(newGroup(group.how === 'any' ? 'all' : 'any', [newCondition()]), 0)
  return (
    <div className={styles.group}>
      <ul className={styles.terms}>
        {group.terms.map((term, at) => (
          <li key={term.key} className={styles.term}>
            <Joint group={group} at={at} onHow={how => onChange(replaceTerm(root, { ...group, how }))} />
            <TermEditor {...props} term={term} isNew={term.key === added} />
          </li>
        ))}
      </ul>
      <div className={styles.adding}>
        <Button variant="subtle" h={28} px={8} leftSection={<Icon name="plus" size={14} />} onClick={addOne}>
          {say('filter.add')}
        </Button>
        {depth < filterLimits.depth - 3 && (
          <Button variant="subtle" h={28} px={8} leftSection={<Icon name="plus" size={14} />} onClick={addGroup}>
            {say('filter.add-group')}
          </Button>
        )}
      </div>
    </div>
  )
}

const isBlank = (term: Term | undefined) => term?.kind === 'condition' && term.path === ''

/** Where … and … and: the first of the words between decides for all. */
function Joint({
  group: { how, terms },
  at,
  onHow,
}: {
  readonly group: Group
  readonly at: number
  readonly onHow: (how: How) => void
}) {
  const say = useListWords()
  if (at === 0 && terms.length < 2 && how === 'all') return <span className={styles.joint}>{say('filter.where')}</span>
  if (at === 0)
    return (
      <Select
        className={styles.joint}
        data-how
        aria-label={say('filter.how')}
        size="xs"
        allowDeselect={false}
        comboboxProps={{ width: 120, position: 'bottom-start', transitionProps: { duration: 80 } }}
        data={hows.map(value => ({ value, label: say(`filter.how.${value}`) }))}
        value={how}
        onChange={value => value && onHow(value as How)}
      />
    )
  return <span className={styles.joint}>{say(how === 'all' ? 'filter.and' : 'filter.or')}</span>
}

interface TermProps extends GroupProps {
  readonly term: Term
  readonly isNew: boolean
}

function TermEditor({ term, isNew, ...props }: TermProps) {
  const say = useListWords()
  const { root, onChange, object, included } = props
  const change = (next: Term) => onChange(replaceTerm(root, next))
  const remove = () => onChange(removeTerm(root, term.key))
  if (term.kind === 'condition')
    return (
      <ConditionRow
        object={object}
        condition={term}
        included={included}
        isNew={isNew}
        onChange={change}
        onRemove={remove}
      />
    )
  if (term.kind === 'count')
    return (
      <CountRow object={object} count={term} onChange={change} onRemove={remove}>
        {of => <GroupEditor {...props} object={of} group={term.where} depth={props.depth + 1} />}
      </CountRow>
    )
  return (
    <div className={styles.box}>
      <GroupEditor {...props} group={term} depth={props.depth + 1} />
      <RemoveButton label={say('filter.remove-group')} onClick={remove} />
    </div>
  )
}
