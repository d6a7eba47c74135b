import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { recordQuery } from '../queries.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { AllOf, Slot, useSlots } from '../slots/Slot.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { titleOf } from '../ui/titles.ts'
import { lazyPart } from '../ui/when-online.ts'
import { useLanguage, useWords } from '../words/words.tsx'
import { Actions } from './Actions.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { compose } from './compose.ts'
import { EditForm } from './EditForm.tsx'
import { Facts } from './Facts.tsx'
import { Head } from './Head.tsx'
import { RecordHere, useHere } from './here.ts'
import { NextStep } from './NextStep.tsx'
import { People } from './People.tsx'
import styles from './Record.module.css'
import { Related } from './Related.tsx'
import { Timeline } from './Timeline.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { useSaving } from './use-saving.ts'

const LikelySame = lazyPart(() => import('../duplicates/LikelySame.tsx'))
const route = getRouteApi('/shell/$plural/$id')

/** The page of one record of any object. */
export default function RecordScreen() {
  const { plural, id } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <RecordPage key={id} object={object} id={id} /> : <NotFound />
}

interface PageProps {
  readonly object: DescribedObject
  readonly id: string
}

function RecordPage({ object, id }: PageProps) {
  const say = useWords()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const { save, conflict, settle } = useSaving(object, id)
  useNeighbours(object, id)
  useTitle(record ? titleOf(object, record, record.included) || say('list.untitled') : object.label[0])
  if (error && !record)
    return (
      <div>
        <TroubleState level={1} error={error} retry={() => void refetch()} />
        <p className={styles.away}>
          <Link to="/$plural" params={{ plural: object.plural }}>
            {say('record.back', { label: object.label[1] })}
          </Link>
        </p>
      </div>
    )
  if (!record) return <Loading />
  // Merged into another: that one is meant.
  if (record.id !== id) return <Navigate to="/$plural/$id" params={{ plural: object.plural, id: record.id }} replace />
  const included = record.included ?? {}
  return (
    <RecordHere value={{ object, record, included, save, mayEdit: mayDo(object, 'edit') }}>
      <Panels />
      {conflict && <ConflictDialog {...{ object, included, conflict, save }} onDone={settle} />}
    </RecordHere>
  )
}

/** Three beside each other; on a phone, the head and one of them. */
function Panels() {
  const { object, record, included } = useHere()
  const slots = useSlots(object.name)
  const navigate = route.useNavigate()
  const { edit, tab = 'story' } = route.useSearch()
  const plan = async ({ name }: DescribedObject) => {
    await navigate({ search: {}, replace: true })
    compose(name)
  }
  const setEdit = (open: boolean) =>
    void navigate({ search: ({ tab }) => ({ tab, ...(open ? { edit: true } : {}) }), replace: !open })
  const shown = slots.tabs?.[tab]
  return (
    <div className={styles.record} data-tab={tab}>
      <div className={styles.head}>
        <Link to="/$plural" params={{ plural: object.plural }} className={styles.back}>
          <Icon name="arrow-left" size={14} />
          {object.label[1]}
        </Link>
        <Head />
        {object.alike && (
          <Suspense>
            <LikelySame object={object} id={record.id} />
          </Suspense>
        )}
        <AllOf parts={slots.head} of={{}} />
        <NextStep onPlan={kind => void plan(kind)} />
        <Actions onEdit={() => setEdit(true)} />
        <People />
      </div>
      <Tabs />
      <div className={styles.facts} data-panel="facts">
        <Facts />
      </div>
      <div className={styles.story} data-panel="story">
        {shown ? <Slot key={tab} part={shown} of={{}} /> : <Timeline />}
      </div>
      <aside className={styles.related} data-panel="related">
        <AllOf parts={slots.aside} of={{}} />
        <Related />
      </aside>
      {edit && <EditForm object={object} record={record} included={included} onDone={() => setEdit(false)} />}
    </div>
  )
}

/** What fills the middle. Beside each other, facts and related records are always there. */
function Tabs() {
  const say = useWords()
  const language = useLanguage()
  const { object } = useHere()
  const { tab: chosen = 'story' } = route.useSearch()
  const more = Object.entries(useSlots(object.name).tabs ?? {})
  const tabs = [
    { name: 'story', label: say('record.tab.story') },
    ...more.map(([name, { label }]) => ({ name, label: label[language] })),
    { name: 'facts', label: say('record.tab.facts'), isBeside: true },
    { name: 'related', label: say('record.tab.related'), isBeside: true },
  ]
  return (
    <nav className={styles.tabs} aria-label={say('record.tabs')} data-only={more.length === 0 || undefined}>
      {tabs.map(({ name, label, isBeside }) => (
        <Link
          key={name}
          to="."
          search={name === 'story' ? {} : { tab: name }}
          replace
          // Without it the story, which asks for nothing, would be where every tab is.
          activeOptions={{ exact: true }}
          aria-current={name === chosen ? 'page' : undefined}
          data-beside={isBeside}
          data-tab={name}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

function Loading() {
  const say = useWords()
  return (
    <div className={styles.record} aria-busy role="status">
      <span className="unseen">{say('record.loading')}</span>
      <div className={styles.head}>
        <Skeleton height={40} mb="lg" radius="sm" />
        {[1, 2, 3, 4, 5, 6].map(line => (
          <Skeleton key={line} height={16} mb="sm" radius="sm" />
        ))}
      </div>
    </div>
  )
}
