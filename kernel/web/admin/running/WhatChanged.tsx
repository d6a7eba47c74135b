import type { DescribedObject } from '../../../schema/described.ts'
import type { Included } from '../../client.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ToRecord } from '../../ui/ToRecord.tsx'
import { asLine } from '../../ui/titles.ts'
import { type AdminSay, useAdminWords } from '../../words/admin/words.ts'
import styles from './Running.module.css'
import type { Change } from './running.ts'

/** What it befell and what that was; leads to the record, which says there if it is gone. */
export function What({ change }: { readonly change: Change }) {
  const say = useAdminWords()
  const object = useSchema().byName(change.object)
  const label = object?.label[0] ?? labelOf(change, say)
  const title = asLine(change.title, undefined) || label
  return (
    <span className={styles.what}>
      {object ? (
        <ToRecord plural={object.plural} id={change.record_id}>
          {title}
        </ToRecord>
      ) : (
        title
      )}
      <span className={styles.event}>{eventsOf(change, label, object?.events ?? {}, say)}</span>
    </span>
  )
}

/** Of what is no object: the work of Rapport itself. */
function labelOf({ object, after }: Change, say: AdminSay) {
  if (object === 'backup') return say('health.backup')
  return object === 'job' ? `${say('jobs.job')} ${after?.job ?? ''}` : object
}

const known = ['created', 'updated', 'deleted', 'restored', 'purged'] as const

/** One that is more telling than that the record was changed. */
function eventsOf({ events }: Change, label: string, told: DescribedObject['events'], say: AdminSay) {
  const telling = events.filter(event => event !== 'updated')
  return (telling.length ? telling : events)
    .map(event => {
      const found = known.find(each => each === event)
      return found
        ? say(`audit.event.${found}`, { label })
        : `${label}: ${doneIn(told[event]) || event.replaceAll('_', ' ')}`
    })
    .join(' · ')
}

/** Of `{who} won {it}` what was done: who and to what stand beside. */
const doneIn = (told = '') => told.replace(/\{\w+\}/g, '').trim()

/** People by their names; the system has none. */
export function Who({ change: { actor_id: id }, included }: { readonly change: Change; readonly included: Included }) {
  const say = useAdminWords()
  if (id === null) return say('event.system')
  const found = included.user?.[id]
  if (!found) return say('event.somebody')
  return (
    <span className={styles.who}>
      <Avatar name={found.title} id={id} size={20} />
      {found.title}
    </span>
  )
}

const sources = ['page', 'api', 'import', 'job', 'reaction', 'undo', 'command', 'sample'] as const

export function Source({ change: { source } }: { readonly change: Change }) {
  const say = useAdminWords()
  const found = sources.find(each => each === source)
  return found ? say(`audit.source.${found}`) : source
}
