import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { recordQuery } from '../queries.ts'
import type { DescribedObject } from '../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { Actions } from './Actions.tsx'
import { Facts } from './Facts.tsx'
import { NotFound } from './NotFound.tsx'
import styles from './Record.module.css'
import { EditForm } from './RecordForm.tsx'
import { Related } from './Related.tsx'
import { Timeline } from './Timeline.tsx'

const route = getRouteApi('/shell/$plural/$id')

/** The page of one record of any object. */
export default function RecordScreen() {
  const { plural, id } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <RecordPage key={id} object={object} id={id} /> : <NotFound />
}

function RecordPage({ object, id }: { readonly object: DescribedObject; readonly id: string }) {
  const say = useWords()
  const navigate = route.useNavigate()
  const { edit } = route.useSearch()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const title = record ? titleOf(object, record) || say('list.untitled') : object.label[0]
  useTitle(title)
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
  const setEdit = (open: boolean) => void navigate({ search: open ? { edit: true } : {}, replace: !open })
  return (
    <div className={styles.record}>
      <div className={styles.aside}>
        <Link to="/$plural" params={{ plural: object.plural }} className={styles.back}>
          <Icon name="arrow-left" size={14} />
          {object.label[1]}
        </Link>
        <header className={styles.head}>
          <Avatar name={title} size={40} square />
          <div className={styles.names}>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.kind}>{object.label[0]}</p>
          </div>
        </header>
        <Actions object={object} record={record} included={included} onEdit={() => setEdit(true)} />
        <div className={styles.facts}>
          <Facts object={object} record={record} included={included} />
        </div>
      </div>
      <div className={styles.story}>
        <Timeline object={object} record={record} included={included} />
      </div>
      <aside className={styles.related}>
        <Related object={object} record={record} />
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
      <div className={styles.aside}>
        <Skeleton height={40} mb="lg" radius="sm" />
        {[1, 2, 3, 4, 5, 6].map(line => (
          <Skeleton key={line} height={16} mb="sm" radius="sm" />
        ))}
      </div>
    </div>
  )
}
