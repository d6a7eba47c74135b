import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Included } from '../client.ts'
import { listQuery, pointers, shown } from '../queries.ts'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { fieldOf, mayDo, useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { Icon } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import styles from './List.module.css'
import { ListCards } from './ListCards.tsx'
import { ListTable } from './ListTable.tsx'
import { NotFound } from './NotFound.tsx'
import { CreateForm } from './RecordForm.tsx'

const route = getRouteApi('/shell/$plural')

/** The list of any object. Search, sort and the open form stand in the address. */
export default function ListScreen() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <ListPage key={plural} object={object} /> : <NotFound />
}

function ListPage({ object }: { readonly object: DescribedObject }) {
  const say = useWords()
  const navigate = route.useNavigate()
  const asked = route.useSearch()
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  useTitle(object.label[1])
  const columns = shown(object)
  const list = useInfiniteQuery(listQuery(object, { search: asked.q, sort: asked.sort, include: pointers(columns), columns: namesOf(object, columns) }))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const included = mergeIncluded(list.data?.pages.map(page => page.included) ?? [])
  const Rows = isPhone ? ListCards : ListTable
  return (
    <div className={styles.list}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{object.label[1]}</h1>
        <SearchField key={object.name} label={say('list.search', { label: object.label[1] })} search={asked.q ?? ''} />
        <span className={styles.count} role="status">
          {list.data && rows.length > 0 && say(list.hasNextPage ? 'list.shown' : 'list.all-shown', { count: rows.length })}
        </span>
      </div>
      <div className={styles.content} aria-busy={list.isFetching}>
        {list.error && rows.length === 0 ? (
          <TroubleState error={list.error} retry={() => void list.refetch()} />
        ) : list.data && rows.length === 0 ? (
          <Nothing object={object} search={asked.q} />
        ) : (
          <Rows
            object={object}
            columns={columns}
            rows={list.data ? rows : undefined}
            included={included}
            sort={asked.sort}
            onSort={sort => void navigate({ search: before => ({ ...before, sort }) })}
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
      {asked.create && mayDo(object, 'create') && <Create object={object} />}
    </div>
  )
}

function SearchField({ label, search }: { readonly label: string; readonly search: string }) {
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search)
  const go = useDebouncedCallback((q: string) => void navigate({ search: before => ({ ...before, q: q.trim() || undefined }), replace: true }), 200)
  // Back, forward and the button of the empty state change the address without the keyboard.
  const [known, setKnown] = useState(search)
  if (known !== search) {
    setKnown(search)
    if (typed.trim() !== search) setTyped(search)
  }
  return (
    <TextInput
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        go(event.currentTarget.value)
      }}
    />
  )
}

function Nothing({ object, search }: { readonly object: DescribedObject; readonly search: string | undefined }) {
  const say = useWords()
  if (search)
    return (
      <State icon="search" title={say('list.nothing-found', { search })} hint={say('list.nothing-found.hint')}>
        <Button variant="default" renderRoot={props => <Link {...props} to="/$plural" params={{ plural: object.plural }} />}>
          {say('list.clear-search')}
        </Button>
      </State>
    )
  const mayCreate = mayDo(object, 'create')
  return (
    <State icon={object.icon} title={say('list.empty')} hint={say(mayCreate ? 'list.empty.hint' : 'list.empty.read-only')}>
      {mayCreate && (
        <Button leftSection={<Icon name="plus" />} renderRoot={props => <Link {...props} to="/$plural" params={{ plural: object.plural }} search={{ create: true }} />}>
          {say('form.create', { label: object.label[0] })}
        </Button>
      )}
    </State>
  )
}

/** The form over the list; from a record, with the link back to it filled in. */
function Create({ object }: { readonly object: DescribedObject }) {
  const schema = useSchema()
  const navigate = route.useNavigate()
  const { with: name, of, id } = route.useSearch()
  const field = name === undefined ? undefined : fieldOf(object, name)
  const other = of === undefined ? undefined : schema.byName(of)
  const start = field && other && id ? { [field.name]: pointTo(field, other.name, id) } : {}
  const back = () =>
    void (other && id ? navigate({ to: '/$plural/$id', params: { plural: other.plural, id } }) : navigate({ search: ({ q, sort }) => ({ q, sort }) }))
  const open = (created: string) => (other ? back() : void navigate({ to: '/$plural/$id', params: { plural: object.plural, id: created } }))
  return <CreateForm object={object} start={start} included={{}} onDone={open} onCancel={back} />
}

function pointTo(field: DescribedField, object: string, id: string): unknown {
  if (field.type === 'about') return [{ object, id }]
  return field.type === 'refs' ? [{ id, role: null }] : id
}

const namesOf = (object: DescribedObject, columns: readonly DescribedField[]) => [...new Set([...object.title, ...columns.map(({ name }) => name)])]

function mergeIncluded(pages: readonly (Included | undefined)[]): Included {
  const merged: Record<string, Included[string]> = {}
  for (const page of pages) for (const [object, names] of Object.entries(page ?? {})) merged[object] = { ...merged[object], ...names }
  return merged
}
