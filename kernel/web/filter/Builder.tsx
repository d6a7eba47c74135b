import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { request } from '../request.ts'
import { isChoosing } from '../ui/floating.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { addTerm } from './edits.ts'
import { GroupEditor } from './GroupEditor.tsx'
import { type Group, newCondition, type Where, writeFilter } from './tree.ts'
import { useNames } from './use-names.ts'

interface BuilderProps {
  readonly object: DescribedObject
  readonly root: Group
  readonly onChange: (root: Group) => void
  readonly search: string | undefined
  readonly onClose: () => void
}

/** A filter, condition by condition; what is finished counts at once. */
export function Builder({ object, root: given, onChange, search, onClose }: BuilderProps) {
  const say = useListWords()
  const included = useNames(object, given)
  // With nothing there yet, one begins with a condition.
  const [first] = useState(newCondition)
  const root = given.terms.length === 0 ? addTerm(given, given.key, first) : given
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isChoosing(event)) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in any control inside of it
    <div className={styles.builder} onKeyDown={hear}>
      <GroupEditor object={object} group={root} root={root} onChange={onChange} included={included} depth={1} />
      <div className={styles.foot}>
        <Matches object={object} where={writeFilter(given)} search={search} />
        <Button
          variant="subtle"
          h={30}
          px={10}
          disabled={given.terms.length === 0}
          onClick={() => onChange({ ...given, how: 'all', terms: [] })}
        >
          {say('filter.clear')}
        </Button>
        <Button h={30} px={14} onClick={onClose}>
          {say('filter.done')}
        </Button>
      </div>
    </div>
  )
}

interface MatchesProps {
  readonly object: DescribedObject
  readonly where: Where | undefined
  readonly search: string | undefined
}

function Matches({ object, where, search }: MatchesProps) {
  const say = useListWords()
  const [asked] = useDebouncedValue(where, 200)
  const { data, isFetching } = useQuery({
    queryKey: ['list', object.name, 'count', asked, search],
    queryFn: ({ signal }) =>
      request({
        method: 'POST',
        path: `/api/${object.plural}/query`,
        body: {
          ...(asked ? { where: asked } : {}),
          ...(search ? { search } : {}),
          columns: object.title.slice(0, 1),
          limit: 1,
          count: true,
        },
        signal,
      }) as Promise<{ readonly count: number; readonly capped?: boolean }>,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <span className={styles.matches} role="status" aria-busy={isFetching}>
      {data === undefined
        ? say('filter.counting')
        : say(data.capped ? 'filter.matches.more' : 'filter.matches', { count: data.count })}
    </span>
  )
}
