import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { ViewSwitch } from '../board/ViewSwitch.tsx'
import { Filter } from '../filter/Filter.tsx'
import { FilterTrouble } from '../filter/FilterTrouble.tsx'
import { pointers } from '../queries.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Sort } from '../sort/Sort.tsx'
import { pictureField } from '../ui/picture-of.ts'
import { lazyPart } from '../ui/when-online.ts'
import { useViewed } from '../views/use-viewed.ts'
import { ViewBar } from '../views/ViewBar.tsx'
import { ViewGone } from '../views/ViewGone.tsx'
import { isOnBoard, isSameLayout } from '../views/views.ts'
import { useWords } from '../words/words.tsx'
import { ChartButton } from './ChartButton.tsx'
import { ColumnsButton } from './ColumnsButton.tsx'
import { type Column, columnsOf, namesOf } from './columns.ts'
import { GroupButton } from './GroupButton.tsx'
import { groupFields } from './groups.ts'
import { DuplicatesLink, ImportLink } from './ImportLink.tsx'
import styles from './List.module.css'
import { ListCards } from './ListCards.tsx'
import { ListFoot, TableFoot } from './ListFoot.tsx'
import { ListNothing } from './ListNothing.tsx'
import { ListSearch } from './ListSearch.tsx'
import { useListState } from './list-state.ts'
import { isNothing, nothing, type Selection } from './selection.ts'
import { Table } from './Table.tsx'
import { useEdits } from './use-edits.ts'
import { type ListAsk, type Pages, usePages } from './use-pages.ts'
import { usePeek } from './use-peek.ts'

// What one does not see at first comes when it is used.
const Peek = lazyPart(() => import('./Peek.tsx'))
const CreateOverList = lazyPart(() => import('./CreateOverList.tsx'))
const Grouped = lazyPart(() => import('./Grouped.tsx'))
const CellConflict = lazyPart(() => import('./CellConflict.tsx'))
const BulkBar = lazyPart(() => import('./BulkBar.tsx'))

const route = getRouteApi('/shell/$plural')

/** The list of any object. What it shows stands in the address. */
export default function ListScreen() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <ListPage key={plural} object={object} /> : <NotFound />
}

function ListPage({ object }: { readonly object: DescribedObject }) {
  const say = useWords()
  const { create, view } = route.useSearch({
    select: ({ create, view }) => ({ create, view }),
    structuralSharing: true,
  })
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  useTitle(object.label[1])
  const viewed = useViewed(object, view)
  const [state, change] = useListState(object, viewed.base)
  const columns = useMemo(() => columnsOf(object, state.columns), [object, state.columns])
  const picture = pictureField(object)
  const pictures = picture ? [picture] : []
  const ask: ListAsk = {
    search: state.q,
    where: state.where,
    sort: state.sort.join(',') || undefined,
    include: [...pointers(columns.flatMap(({ fields }) => fields)), ...pictures],
    columns: [...namesOf(object, columns), ...pictures],
  }
  const field = groupFields(object).find(({ name }) => name === state.group)
  const asking = { object, ask, enabled: !viewed.isWaiting && !viewed.isGone }
  const edits = useEdits(object)
  const about = JSON.stringify([state.q, state.where, field?.name])
  const [chosen, setChosen] = useState({ about, selection: nothing })
  const selection = chosen.about === about ? chosen.selection : nothing
  const select = (next: Selection) => setChosen({ about, selection: next })
  // What opens first may be a board.
  if (view === undefined && viewed.current && isOnBoard(viewed.current) && !create)
    return <Navigate to="/$plural/board" params={{ plural: object.plural }} search={before => before} replace />
  return (
    <div className={styles.list}>
      <h1 className={styles.title}>{object.label[1]}</h1>
      <div className={styles.bar}>
        <ViewSwitch object={object} view={viewed.current} />
        <ViewBar object={object} viewed={viewed} state={state} />
        <GroupButton object={object} group={field?.name} onChange={group => change({ group })} />
        <Sort object={object} sort={state.sort} onChange={keys => change({ sort: keys })} />
        {!isPhone && (
          <ColumnsButton object={object} columns={state.columns} onChange={next => change({ columns: next })} />
        )}
        <DuplicatesLink object={object} />
        <ImportLink object={object} />
      </div>
      <div className={styles.bar}>
        <Filter object={object} where={state.where} search={state.q} onChange={where => change({ where })} />
        <ListSearch key={object.name} label={say('list.search', { label: object.label[1] })} search={state.q ?? ''} />
        {!state.q && (
          <ChartButton
            object={object}
            state={state}
            view={isSameLayout(state, viewed.base) ? viewed.current?.id : undefined}
          />
        )}
      </div>
      <Rows {...asking} columns={columns} field={field}>
        {pages => (
          <div className={styles.content}>
            <section
              className={styles.main}
              aria-label={object.label[1]}
              aria-busy={!pages.error && (pages.isLoading || pages.isStale)}
            >
              {viewed.isGone ? (
                <ViewGone object={object} views={viewed.views} />
              ) : pages.error && (pages.isLoading || pages.count === 0) ? (
                <FilterTrouble
                  error={pages.error}
                  retry={pages.retry}
                  onClear={state.where && (() => change({ where: undefined }))}
                />
              ) : pages.count === 0 && !pages.isStale ? (
                <ListNothing object={object} search={state.q} isFiltered={state.where !== undefined} />
              ) : isPhone ? (
                <>
                  <ListCards object={object} columns={columns} pages={pages} />
                  <ListFoot object={object} columns={columns} pages={pages} ask={ask} />
                </>
              ) : (
                <Table
                  object={object}
                  columns={columns}
                  pages={pages}
                  state={state}
                  change={change}
                  selection={selection}
                  onSelect={select}
                  edits={edits}
                  foot={<TableFoot object={object} columns={columns} pages={pages} ask={ask} />}
                />
              )}
              {pages.isLoading && (
                <span className="unseen" role="status">
                  {say('list.loading', { label: object.label[1] })}
                </span>
              )}
              {!isNothing(selection) && !isPhone && (
                <Suspense>
                  <BulkBar
                    object={object}
                    columns={columns}
                    selection={selection}
                    ask={ask}
                    total={pages.total}
                    onSelect={select}
                  />
                </Suspense>
              )}
            </section>
            {!isPhone && <Beside object={object} />}
          </div>
        )}
      </Rows>
      {edits.conflict && (
        <Suspense>
          <CellConflict object={object} edits={edits} conflict={edits.conflict} />
        </Suspense>
      )}
      {create && mayDo(object, 'create') && (
        <Suspense>
          <CreateOverList object={object} />
        </Suspense>
      )}
    </div>
  )
}

function Beside({ object }: { readonly object: DescribedObject }) {
  const [peek, open] = usePeek()
  return (
    peek && (
      <Suspense>
        <Peek object={object} id={peek} onClose={() => open(undefined)} />
      </Suspense>
    )
  )
}

interface RowsProps {
  readonly object: DescribedObject
  readonly ask: ListAsk
  readonly enabled: boolean
  readonly columns: readonly Column[]
  /** By which they are grouped. */
  readonly field: DescribedField | undefined
  readonly children: (pages: Pages) => ReactNode
}

function Rows({ field, ...props }: RowsProps) {
  return field ? (
    <Suspense fallback={<div className={styles.content} aria-busy />}>
      <Grouped {...props} field={field} />
    </Suspense>
  ) : (
    <Flat {...props} />
  )
}

const Flat = ({ object, ask, enabled, children }: Omit<RowsProps, 'field'>) =>
  children(usePages(object, ask, { enabled }))
