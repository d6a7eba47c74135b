import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ViewSwitch } from '../board/ViewSwitch.tsx'
import { Filter } from '../filter/Filter.tsx'
import { merged } from '../included.ts'
import { listQuery, pointers, shown } from '../queries.ts'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Sort } from '../sort/Sort.tsx'
import { TroubleState } from '../ui/State.tsx'
import { useViewed } from '../views/use-viewed.ts'
import { ViewBar } from '../views/ViewBar.tsx'
import { useWords } from '../words/words.tsx'
import { CreateOverList } from './CreateOverList.tsx'
import { ImportLink } from './ImportLink.tsx'
import styles from './List.module.css'
import { ListCards } from './ListCards.tsx'
import { ListNothing } from './ListNothing.tsx'
import { ListSearch } from './ListSearch.tsx'
import { ListTable } from './ListTable.tsx'
import { useListState } from './list-state.ts'

const route = getRouteApi('/shell/$plural')

/** The list of any object. Search, sort and the open form stand in the address. */
export default function ListScreen() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <ListPage key={plural} object={object} /> : <NotFound />
}

function ListPage({ object }: { readonly object: DescribedObject }) {
  const say = useWords()
  const asked = route.useSearch()
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  useTitle(object.label[1])
  const columns = shown(object)
  const viewed = useViewed(object, asked.view)
  const [state, change] = useListState(object, viewed.base)
  const sort = state.sort.join(',') || undefined
  const list = useInfiniteQuery({
    ...listQuery(object, {
      search: asked.q,
      where: state.where,
      sort,
      include: pointers(columns),
      columns: namesOf(object, columns),
    }),
    enabled: !viewed.isWaiting,
  })
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const included = merged(list.data?.pages.map(page => page.included) ?? [])
  const Rows = isPhone ? ListCards : ListTable
  return (
    <div className={styles.list}>
      <h1 className={styles.title}>{object.label[1]}</h1>
      <div className={styles.bar}>
        <ViewSwitch object={object} where={state.where} q={state.q} />
        <ViewBar object={object} viewed={viewed} state={state} />
        <Sort object={object} sort={state.sort} onChange={keys => change({ sort: keys })} />
        <ImportLink object={object} />
      </div>
      <div className={styles.bar}>
        <Filter object={object} where={state.where} search={asked.q} onChange={where => change({ where })} />
        <span className={styles.count} role="status">
          {list.data &&
            rows.length > 0 &&
            say(list.hasNextPage ? 'list.shown' : 'list.all-shown', { count: rows.length })}
        </span>
        <ListSearch key={object.name} label={say('list.search', { label: object.label[1] })} search={asked.q ?? ''} />
      </div>
      <div className={styles.content} aria-busy={list.isFetching}>
        {list.error && rows.length === 0 ? (
          <TroubleState error={list.error} retry={() => void list.refetch()} />
        ) : list.data && rows.length === 0 ? (
          <ListNothing object={object} search={asked.q} />
        ) : (
          <Rows
            object={object}
            columns={columns}
            rows={list.data ? rows : undefined}
            included={included}
            sort={sort}
            onSort={key => change({ sort: key ? [key] : [] })}
          />
        )}
        {list.hasNextPage && (
          <div className={styles.more}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {say('list.more')}
            </Button>
          </div>
        )}
      </div>
      {asked.create && mayDo(object, 'create') && <CreateOverList object={object} />}
    </div>
  )
}

const namesOf = (object: DescribedObject, columns: readonly DescribedField[]) => [
  ...new Set([...object.title, ...columns.map(({ name }) => name)]),
]
