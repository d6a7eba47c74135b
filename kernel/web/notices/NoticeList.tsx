import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { Ago } from '../ui/Ago.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { asLine } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import styles from './Bell.module.css'
import { markRead, type Notice, noticesQuery } from './notices.ts'

/** What this person was told, the newest first. */
export default function NoticeList({ onClose }: { readonly onClose: () => void }) {
  const say = useWords()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(noticesQuery)
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('notices.title')}</h2>
        {data && data.unread > 0 && (
          <button type="button" className={styles.all} onClick={() => void markRead(queries)}>
            {say('notices.read-all')}
          </button>
        )}
      </div>
      {error && !data && <TroubleState error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={56} m={12} radius="sm" />}
      {data?.rows.length === 0 && <State icon="bell" title={say('notices.none')} hint={say('notices.none.hint')} />}
      <ul className={styles.list}>
        {data?.rows.map(notice => (
          <li key={notice.id}>
            <Line notice={notice} onClose={onClose} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const say = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const object = useSchema().byName(notice.object ?? '')
  const isUnread = notice.read_at === null
  const { who = '', by } = notice.params
  const open = () => {
    onClose()
    if (isUnread) void markRead(queries, [notice.id])
    if (!object) return
    const { plural } = object
    if (notice.record_id === null) void navigate({ to: '/$plural', params: { plural } })
    else void navigate({ to: '/$plural/$id', params: { plural, id: notice.record_id } })
  }
  const title = asLine(notice.title, undefined) || object?.label[notice.record_id === null ? 1 : 0]
  return (
    <button type="button" className={styles.line} onClick={open} data-unread={isUnread || undefined}>
      {by ? (
        <Avatar name={who} id={by} size={28} />
      ) : (
        <span className={styles.mark}>
          <Icon name={object?.icon ?? 'bell'} size={15} />
        </span>
      )}
      <span className={styles.text}>
        <strong className="truncate">{title}</strong>
        <span>{notice.message}</span>
        <span className={styles.at}>
          <Ago at={notice.created_at} />
        </span>
      </span>
      {isUnread && <span className={styles.dot} role="img" aria-label={say('notices.new')} />}
    </button>
  )
}
