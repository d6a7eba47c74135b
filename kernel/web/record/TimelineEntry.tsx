import type { ReactNode } from 'react'
import type { AnyRecord, Included } from '../client.ts'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { fieldOf, type Schema, useSchema } from '../schema/use-schema.ts'
import { Ago } from '../ui/Ago.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { RecordLink } from '../ui/RecordLink.tsx'
import { titleOf } from '../ui/titles.ts'
import { sayWith, useWords } from '../words/words.tsx'
import styles from './Timeline.module.css'

export interface Entry {
  readonly at: string
  readonly kind: 'change' | 'record' | 'event'
  readonly object: string
  readonly id: string
  readonly events: readonly string[]
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly source?: string
  readonly title?: string
  readonly fields?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  readonly record?: AnyRecord
}
/** Whose timeline it is. */
export interface Shown {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
}

export function iconOf({ kind, object, events }: Entry, schema: Schema) {
  if (kind === 'event') return 'bell'
  if (kind === 'record') return schema.byName(object)?.icon ?? 'dots'
  return (
    { created: 'plus', updated: 'pencil', deleted: 'trash' }[events[0] ?? ''] ?? schema.byName(object)?.icon ?? 'dots'
  )
}

export function EntryText({ entry, ...shown }: Shown & { readonly entry: Entry }) {
  if (entry.kind === 'record') return <RecordEntry entry={entry} />
  return (
    <div className={styles.text}>
      <Happening entry={entry} {...shown} />{' '}
      <span className={styles.at}>
        <Ago at={entry.at} />
      </span>
    </div>
  )
}

/** A note or a task about this record: its name, and what it says. */
function RecordEntry({ entry }: { readonly entry: Entry }) {
  const object = useSchema().byName(entry.object)
  const { record } = entry
  if (!object || !record) return null
  const body = object.fields.find(({ name, type }) => (type === 'rich_text' || type === 'long_text') && record[name])
  const isOwnTitle = body !== undefined && object.title.includes(body.name)
  return (
    <div className={styles.text}>
      <div className={styles.top}>
        <span>
          <strong>
            <NamedLink entry={entry} name={object.label[0]} />
          </strong>
          {entry.actor && <span className={styles.at}> · {entry.actor.name}</span>}
        </span>
        <span className={styles.at}>
          <Ago at={entry.at} />
        </span>
      </div>
      <div className={styles.card}>
        {!isOwnTitle && <NamedLink entry={entry} name={titleOf(object, record)} />}
        {body && <FieldValue field={body} value={record[body.name]} included={{}} place="fact" />}
      </div>
    </div>
  )
}

const NamedLink = ({ entry, name }: { readonly entry: Entry; readonly name: string }) => (
  <RecordLink
    object={entry.object}
    id={entry.id}
    included={{ [entry.object]: { [entry.id]: { id: entry.id, title: name } } }}
  />
)

/** What was done, and by whom; what befell another record names it. */
function Happening({ entry, object, record, included }: Shown & { readonly entry: Entry }): ReactNode {
  const say = useWords()
  const schema = useSchema()
  const who = (
    <strong key="who">
      {entry.actor?.name ?? say(entry.source === undefined ? 'event.somebody' : 'event.system')}
    </strong>
  )
  const [event = ''] = entry.events.filter(name => !plain.includes(name)).concat(entry.events)
  const other = schema.byName(entry.object) ?? object
  const it =
    entry.id === record.id ? (
      say('event.this')
    ) : (
      <NamedLink key="it" entry={entry} name={entry.title ?? other.label[0]} />
    )
  if (event === 'created' || event === 'deleted' || event === 'restored')
    return sayWith(say, `event.${event}`, { who, it })
  const changed = Object.entries(entry.fields ?? {}).flatMap(([name, change]) => {
    const field = fieldOf(other, name)
    return field && !kept.has(name) ? [{ field, ...change }] : []
  })
  if (isSignIn(event)) return say(`event.${event}`)
  const what = changed.length ? (
    <Changes key="what" changes={changed} included={included} />
  ) : (
    event.replaceAll('_', ' ')
  )
  if (entry.id !== record.id) return sayWith(say, 'event.updated.other', { who, it, what })
  return sayWith(say, changed.length ? 'event.updated' : 'event.other', { who, what })
}

const signIns = ['signed_in', 'signed_out', 'sign_in_failed'] as const
const isSignIn = (event: string): event is (typeof signIns)[number] => (signIns as readonly string[]).includes(event)
const plain = ['created', 'updated', 'deleted', 'restored']
const kept = new Set(['updated_at', 'created_at', 'created_by', 'version'])

/** One change in full, several by name. */
function Changes({
  changes,
  included,
}: {
  readonly changes: readonly { field: DescribedField; from: unknown; to: unknown }[]
  readonly included: Included
}) {
  const say = useWords()
  const [only] = changes
  if (changes.length !== 1 || !only || !brief.has(only.field.type))
    return changes.map(({ field }) => field.label).join(', ')
  const value = (at: unknown, key: string) => (
    <b key={key}>
      {at === null || at === '' ? (
        say('event.empty')
      ) : (
        <FieldValue field={only.field} value={at} included={included} place="row" />
      )}
    </b>
  )
  return [
    <strong key="field">{only.field.label}</strong>,
    ' ',
    ...sayWith(say, 'event.from-to', { from: value(only.from, 'from'), to: value(only.to, 'to') }),
  ]
}

const brief = new Set([
  'text',
  'email',
  'phone',
  'url',
  'choice',
  'number',
  'percent',
  'date',
  'moment',
  'money',
  'flag',
])
