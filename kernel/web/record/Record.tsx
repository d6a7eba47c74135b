import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { DescribedObject } from '../../schema/described.ts'
import { recordQuery } from '../queries.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { Actions } from './Actions.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { compose } from './compose.ts'
import { EditForm } from './EditForm.tsx'
import { Facts } from './Facts.tsx'
import { Followers } from './Followers.tsx'
import { Head } from './Head.tsx'
import { RecordHere, useHere } from './here.ts'
import { NextStep } from './NextStep.tsx'
import { Others } from './Others.tsx'
import styles from './Record.module.css'
import { Related } from './Related.tsx'
import { Timeline } from './Timeline.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { useSaving } from './use-saving.ts'

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
  useTitle(record ? titleOf(object, record) || say('list.untitled') : object.label[0])
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
  const included = record.included ?? {}
  return (
    <RecordHere value={{ object, record, included, save, mayEdit: mayDo(object, 'edit') }}>
      <Panels />
      {conflict && <ConflictDialog {...{ object, included, conflict, save }} onDone={settle} />}
    </RecordHere>
  )
}

const tabs = ['story', 'facts', 'related'] as const
type Tab = (typeof tabs)[number]

/** Three beside each other; on a phone, the head and one of them. */
function Panels() {
  const say = useWords()
  const { object, record, included } = useHere()
  const navigate = route.useNavigate()
  const { edit } = route.useSearch()
  const [tab, setTab] = useState<Tab>('story')
  const plan = ({ name }: DescribedObject) => {
    flushSync(() => setTab('story'))
    compose(name)
  }
  const setEdit = (open: boolean) => void navigate({ search: open ? { edit: true } : {}, replace: !open })
  return (
    <div className={styles.record} data-tab={tab}>
      <div className={styles.head}>
        <Link to="/$plural" params={{ plural: object.plural }} className={styles.back}>
          <Icon name="arrow-left" size={14} />
          {object.label[1]}
        </Link>
        <Head />
        <NextStep onPlan={plan} />
        <Actions onEdit={() => setEdit(true)} />
        <div className={styles.people}>
          <Followers />
          <Others />
        </div>
      </div>
      <div className={styles.tabs}>
        {tabs.map(name => (
          <button key={name} type="button" data-tab={name} aria-pressed={name === tab} onClick={() => setTab(name)}>
            {say(`record.tab.${name}`)}
          </button>
        ))}
      </div>
      <div className={styles.facts} data-panel="facts">
        <Facts />
      </div>
      <div className={styles.story} data-panel="story">
        <Timeline />
      </div>
      <aside className={styles.related} data-panel="related">
        <Related />
      </aside>
      {edit && <EditForm object={object} record={record} included={included} onDone={() => setEdit(false)} />}
    </div>
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
