import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { lettersFor } from '../commands/keys.ts'
import { useCommands } from '../commands/registry.ts'
import { useEditing } from '../live/presence.ts'
import { forget, recordsOf } from '../queries.ts'
import { fieldOf, mayDo, useSchema } from '../schema/use-schema.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { isKept } from '../screens/kept-draft.ts'
import { defaultsOf, useKeptDraft, type Values } from '../screens/use-draft.ts'
import { FieldInput } from '../ui/FieldInput.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import styles from './Composer.module.css'
import { composeCommand } from './compose.ts'
import { useHere } from './here.ts'
import { aboutObjects } from './timeline.ts'

interface Kind {
  readonly object: DescribedObject
  readonly about: string
  /** What it says. */
  readonly text: DescribedField
  /** What goes with it: when, how urgent. */
  readonly more: readonly DescribedField[]
}

/** A note or a task about the record, written where it will stand. */
export function Composer() {
  const say = useWords()
  const schema = useSchema()
  const here = useHere()
  const kinds = aboutObjects(schema, here.object).flatMap(({ object, field }) => kindOf(object, field.name) ?? [])
  const draftOf = useDraftNames()
  // What was begun is in sight again.
  const [chosen, choose] = useState(() =>
    Math.max(
      0,
      kinds.findIndex(({ object }) => isKept(draftOf(object))),
    ),
  )
  const box = useRef<HTMLElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEditing(here.object.name, here.record.id, isOpen)
  const letters = lettersFor(
    kinds.map(({ object }) => object.name),
    ['c', 'e', 'g', 'j', 'k', 'x'],
  )
  const focus = () => box.current?.querySelector<HTMLElement>('textarea, input, [contenteditable=true]')?.focus()
  const begin = (at: number) => {
    // At once: the next letter is typed before a frame is drawn.
    flushSync(() => choose(at))
    focus()
    // A menu from which it was chosen gives the focus back when it closes.
    requestAnimationFrame(() => box.current?.contains(document.activeElement) || focus())
  }
  useCommands(
    kinds.map(({ object }, at) => ({
      id: composeCommand(object.name),
      label: say('record.add', { label: object.label[0] }),
      icon: object.icon,
      ...(letters[at] ? { keys: letters[at] } : {}),
      run: () => begin(at),
    })),
  )
  const kind = kinds[chosen]
  if (!kind) return null
  return (
    <section
      ref={box}
      className={styles.composer}
      aria-label={say('record.compose')}
      onFocus={() => setOpen(true)}
      onBlur={({ relatedTarget }) => setOpen(box.current?.contains(relatedTarget) === true)}
    >
      <div className={styles.kinds}>
        {kinds.map(({ object }, at) => (
          <button
            key={object.name}
            type="button"
            className={styles.kind}
            aria-pressed={at === chosen}
            aria-keyshortcuts={letters[at]}
            title={letters[at] && `${object.label[0]} (${letters[at]?.toUpperCase()})`}
            onClick={() => begin(at)}
          >
            <Icon name={object.icon} size={15} />
            {object.label[0]}
          </button>
        ))}
      </div>
      <Writing key={kind.object.name} kind={kind} />
    </section>
  )
}

function Writing({ kind: { object, about, text, more } }: { readonly kind: Kind }) {
  const say = useWords()
  const queries = useQueryClient()
  const here = useHere()
  const done = useDone()
  const fields = [text, ...more]
  const [times, again] = useState(0)
  const draft = useKeptDraft(useDraftNames()(object), fields, defaultsOf(fields))
  const [rest, setRest] = useState<unknown>()
  const adding = useMutation({
    mutationFn: (touched: Values) =>
      recordsOf(object).create({ ...touched, [about]: [{ object: here.object.name, id: here.record.id }] }),
    onSuccess: answer => {
      done(say('record.created', { title: object.label[0] }), answer)
      draft.forget()
      setRest(undefined)
      again(times + 1)
      return forget(queries, object.name)
    },
    onError: error => setRest(draft.refuse(error)),
  })
  const isBegun = Object.keys(draft.touched).length > 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || !isBegun) return
    const isLine = event.target instanceof HTMLInputElement
    if (!isLine && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    if (!adding.isPending) adding.mutate(draft.touched)
  }
  const input = (field: DescribedField, placeholder?: string) => (
    <FieldInput
      {...(placeholder ? { placeholder } : {})}
      field={field}
      value={draft.values[field.name]}
      onChange={value => draft.set(field.name, value)}
      included={{}}
      error={draft.errorOf(field.name)}
    />
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the controls inside
    <div key={times} onKeyDown={onKeyDown}>
      <div className={styles.text}>{input(text, object.prompt ?? say('record.add', { label: object.label[0] }))}</div>
      {isBegun && (
        <div className={styles.foot}>
          {more.map(field => (
            <div key={field.name} className={styles.more}>
              {input(field)}
            </div>
          ))}
          <Button h={30} loading={adding.isPending} onClick={() => adding.mutate(draft.touched)}>
            {say('form.add')}
          </Button>
        </div>
      )}
      {rest !== undefined && <Complaint error={rest} />}
    </div>
  )
}

/** Under whose name, and for which record, something begun is kept: nobody finds what somebody else wrote. */
function useDraftNames() {
  const { person } = useSchema()
  const { object, record } = useHere()
  return (added: DescribedObject) => `${person.id} ${object.name} ${record.id} + ${added.name}`
}

/** What can be written in a line or two; a file is dropped instead. */
function kindOf(object: DescribedObject, about: string): Kind | undefined {
  const [name = '', ...others] = object.title
  const text = fieldOf(object, name)
  const asked = object.fields.filter(field => field.required && !field.readonly && !('default' in field))
  if (!text || others.length || text.readonly || !mayDo(object, 'create')) return undefined
  if (asked.some(field => field !== text)) return undefined
  const more = object.list.flatMap(each => fieldOf(object, each) ?? [])
  return { object, about, text, more: more.filter(field => field !== text && !field.readonly && field.type !== 'flag') }
}
