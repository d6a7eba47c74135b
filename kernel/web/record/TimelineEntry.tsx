import type { ReactNode } from 'react'
import { isEmpty } from '../../fields/empty.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { shown } from '../queries.ts'
import { fieldOf, type Schema, useSchema } from '../schema/use-schema.ts'
import { Ago } from '../ui/Ago.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { RecordLink } from '../ui/RecordLink.tsx'
import { titleOf } from '../ui/titles.ts'
import { fillWith, type Say, sayWith, useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import { PinButton } from './PinButton.tsx'
import styles from './Timeline.module.css'
import type { Entry } from './timeline.ts'
import { UndoChange } from './UndoChange.tsx'

export function iconOf({ kind, object, events }: Entry, schema: Schema) {
  if (kind === 'event') return 'bell'
  const of = schema.byName(object)
  if (kind === 'record' || events.some(event => of?.events[event])) return of?.icon ?? 'dots'
  return { created: 'plus', updated: 'pencil', deleted: 'trash' }[events[0] ?? ''] ?? of?.icon ?? 'dots'
}

interface EntryProps {
  readonly entry: Entry
  /** What changes pointed to. */
  readonly names: Included
}

export function EntryText({ entry, names }: EntryProps) {
  const object = useSchema().byName(entry.object)
  if (entry.kind === 'record')
    return object && entry.record && <RecordEntry {...entry} object={object} record={entry.record} />
  return (
    <div className={styles.text}>
      <Happening entry={entry} names={names} />{' '}
      <span className={styles.at}>
        · <Ago at={entry.at} />
        <UndoChange entry={entry} />
      </span>
    </div>
  )
}

interface RecordEntryProps extends Pick<Entry, 'at' | 'actor'> {
  readonly object: DescribedObject
  readonly record: AnyRecord
}

/** A note or a task about this record: its name, and what it says. */
export function RecordEntry({ object, record, at, actor }: RecordEntryProps) {
  const body = object.fields.find(({ name, type }) => (type === 'rich_text' || type === 'long_text') && record[name])
  const isOwnTitle = body !== undefined && object.title.includes(body.name)
  return (
    <div className={styles.text}>
      <div className={styles.top}>
        <span>
          <strong>
            <NamedLink
              object={object.name}
              id={record.id}
              name={isOwnTitle ? object.label[0] : titleOf(object, record)}
            />
          </strong>
          {actor && (
            <span className={styles.by}>
              {' · '}
              <Actor {...actor} />
            </span>
          )}
        </span>
        <span className={styles.at}>
          <PinButton object={object} record={record} />
          <Ago at={at} />
        </span>
      </div>
      <Details object={object} record={record} />
      {body && (
        <div className={styles.card}>
          <FieldValue field={body} value={record[body.name]} included={{}} place="fact" />
        </div>
      )}
    </div>
  )
}

/** What came of it, how long it took: of what happened at some time, that is the point. */
function Details({ object, record }: Pick<RecordEntryProps, 'object' | 'record'>) {
  if (object.happened === null) return null
  const told = shown(object).filter(
    ({ name, type }) => brief.has(type) && !object.title.includes(name) && !isEmpty(record[name]),
  )
  return (
    <div className={styles.details}>
      {told.map(field => (
        <span key={field.name} title={field.label}>
          <FieldValue field={field} value={record[field.name]} included={{}} place="row" />
        </span>
      ))}
    </div>
  )
}

const brief = new Set(['choice', 'number'])

/** Never parted from their picture by the end of a line. */
const Actor = ({ id, name }: NonNullable<Entry['actor']>) => (
  <strong className={styles.actor}>
    <Avatar name={name} id={id} size={18} />
    {name}
  </strong>
)

const NamedLink = ({ object, id, name }: { readonly object: string; readonly id: string; readonly name: string }) => (
  <RecordLink object={object} id={id} included={{ [object]: { [id]: { id, title: name } } }} />
)

/** What was done, and by whom; what befell another record names it. */
function Happening({ entry, names }: EntryProps): ReactNode {
  const say = useWords()
  const schema = useSchema()
  const { object, record } = useHere()
  const who = entry.actor ? (
    <Actor key="who" {...entry.actor} />
  ) : (
    <strong key="who">{say(entry.source === undefined ? 'event.somebody' : 'event.system')}</strong>
  )
  const [event = ''] = entry.events.filter(name => !plain.includes(name)).concat(entry.events)
  const other = schema.byName(entry.object) ?? object
  const it =
    entry.id === record.id ? (
      say('event.this')
    ) : (
      <strong key="it">
        <NamedLink object={entry.object} id={entry.id} name={entry.title ?? other.label[0]} />
      </strong>
    )
  if (event === 'created' || event === 'deleted' || event === 'restored')
    return sayWith(say, `event.${event}`, { who, it })
  const changed = Object.entries(entry.fields ?? {}).flatMap(([name, change]) => {
    const field = fieldOf(other, name)
    return field && !kept.has(name) ? [{ field, ...change }] : []
  })
  const told = other.events[event]
  const what = changed.length ? <Changes key="what" changes={changed} names={names} /> : event.replaceAll('_', ' ')
  if (told) {
    const sentence = fillWith(told, { who, it })
    return changed.length ? sayWith(say, 'event.told', { told: sentence, what }) : sentence
  }
  if (entry.id !== record.id) return sayWith(say, 'event.updated.other', { who, it, what })
  return sayWith(say, changed.length ? 'event.updated' : 'event.other', { who, what })
}

const plain = ['created', 'updated', 'deleted', 'restored']
const kept = new Set(['updated_at', 'created_at', 'created_by', 'version'])

interface Change {
  readonly field: DescribedField
  readonly from: unknown
  readonly to: unknown
}

/** A few changes in full, many by name. */
function Changes({ changes, names }: { readonly changes: readonly Change[]; readonly names: Included }) {
  const say = useWords()
  if (changes.length > 3)
    return (
      <details className={styles.many}>
        <summary>{changes.map(({ field }) => field.label).join(', ')}</summary>
        {changes.map(change => (
          <div key={change.field.name}>
            <OneChange change={change} names={names} say={say} />
          </div>
        ))}
      </details>
    )
  return changes.map((change, at) => (
    <span key={change.field.name}>
      {at > 0 && ', '}
      <OneChange change={change} names={names} say={say} />
    </span>
  ))
}

interface ChangeProps {
  readonly change: Change
  readonly names: Included
  readonly say: Say
}

const OneChange = (props: ChangeProps) => (
  <>
    <strong>{props.change.field.label}</strong>
    {!long.has(props.change.field.type) && <FromTo {...props} />}
  </>
)

function FromTo({ change: { field, from, to }, names, say }: ChangeProps) {
  const value = (at: unknown, key: string) => (
    <b key={key}>
      {isEmpty(at) ? say('event.empty') : <FieldValue field={field} value={at} included={names} place="row" />}
    </b>
  )
  if (isEmpty(from)) return [' ', ...sayWith(say, 'event.to', { to: value(to, 'to') })]
  return [' ', ...sayWith(say, 'event.from-to', { from: value(from, 'from'), to: value(to, 'to') })]
}

/** More than a word or two. */
const long = new Set(['long_text', 'rich_text', 'file', 'json'])
