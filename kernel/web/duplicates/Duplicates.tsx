import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { PageHead } from '../screens/PageHead.tsx'
import { Icon } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import { Compare } from './Compare.tsx'
import styles from './Duplicates.module.css'
import { type DuplicateState, type Group, groupsQuery, stateQuery } from './duplicates.ts'
import { Reasons } from './Reasons.tsx'
import { Runs } from './Runs.tsx'

const route = getRouteApi('/shell/$plural/duplicates')

/** All records of an object that look the same, to be merged or told apart. */
export default function Duplicates() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object?.alike ? <Centre key={plural} object={object} /> : <NotFound />
}

function Centre({ object }: { readonly object: DescribedObject }) {
  const say = useDuplicateWords()
  const { data: state, error } = useQuery(stateQuery(object))
  const { of } = route.useSearch()
  const found = useInfiniteQuery(groupsQuery(object, of))
  const groups = found.data?.pages.flatMap(page => page.groups) ?? []
  const trouble = error ?? found.error
  return (
    <div className={styles.page}>
      <PageHead
        object={object}
        title={say('duplicates.title', { label: object.label[1] })}
        about={state?.count ? say('duplicates.count', { count: state.count }) : undefined}
      />
      {state && <Runs object={object} state={state} />}
      {trouble && !state ? (
        <TroubleState error={trouble} retry={() => void found.refetch()} />
      ) : !state || found.isPending ? (
        <Skeleton height={220} radius="md" />
      ) : groups.length === 0 ? (
        <Nothing state={state} />
      ) : (
        <Groups object={object} state={state} groups={groups} />
      )}
      {of !== undefined && (
        <Link to="/$plural/duplicates" params={{ plural: object.plural }} className={styles.others}>
          {say('duplicates.others')}
        </Link>
      )}
      {found.hasNextPage && (
        <Button
          variant="default"
          className={styles.more}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {say('duplicates.more')}
        </Button>
      )}
    </div>
  )
}

function Nothing({ state }: { readonly state: DuplicateState }) {
  const say = useDuplicateWords()
  return state.scan ? (
    <State icon="copy" title={say('duplicates.none')} hint={say('duplicates.none.hint')} />
  ) : (
    <State icon="copy" title={say('duplicates.never')} hint={say('duplicates.never.hint')} />
  )
}

/** One is open at a time; the one behind it opens when it is decided. */
function Groups({
  object,
  state,
  groups,
}: {
  readonly object: DescribedObject
  readonly state: DuplicateState
  readonly groups: readonly Group[]
}) {
  const say = useDuplicateWords()
  const [chosen, setChosen] = useState<string>()
  const keys = groups.map(keyOf)
  const open = chosen !== undefined && (keys.includes(chosen) || chosen === '') ? chosen : keys[0]
  return (
    <ol className={styles.groups} aria-label={say('duplicates.groups')}>
      {groups.map((group, at) => {
        const key = keyOf(group)
        const names = group.records.map(record => titleOf(object, record) || say('list.untitled')).join(' · ')
        return (
          <li key={key} className={styles.group}>
            <button
              type="button"
              className={styles.summary}
              aria-expanded={key === open}
              onClick={() => setChosen(key === open ? '' : key)}
            >
              <span className={styles.chevron} data-open={key === open || undefined}>
                <Icon name="chevron-down" size={14} />
              </span>
              <span className={styles.names}>{names}</span>
              <span className={styles.score}>{say('duplicates.score', { score: group.score })}</span>
            </button>
            <div className={styles.reasons}>
              <Reasons object={object} rules={state.rules} points={group.pairs[0]?.points ?? {}} />
            </div>
            {key === open && <Compare object={object} group={group} onDone={() => setChosen(keys[at + 1])} />}
          </li>
        )
      })}
    </ol>
  )
}

const keyOf = ({ records }: Group) => records.map(({ id }) => id).join()
