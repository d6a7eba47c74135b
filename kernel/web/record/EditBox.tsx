import { Button } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { faceOf } from '../../fields/types.web.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useEditing } from '../live/presence.ts'
import { useDraft, type Values } from '../screens/use-draft.ts'
import { FieldInput } from '../ui/FieldInput.tsx'
import { useWords } from '../words/words.tsx'
import styles from './EditBox.module.css'
import { useHere } from './here.ts'

interface EditBoxProps {
  readonly fields: readonly DescribedField[]
  readonly start: Values
  /** What was not saved the last time counts as touched. */
  readonly before: Values
  readonly included: Included
  readonly onTouch: (touched: Values) => void
  readonly onSave: (touched: Values) => void
  readonly onCancel: () => void
}

/** Enter saves, leaving saves, Esc gives up. */
export function EditBox({ fields, start, before, included, onTouch, onSave, onCancel }: EditBoxProps) {
  const say = useWords()
  const { object, record } = useHere()
  useEditing(object.name, record.id)
  const draft = useDraft(fields, start)
  const box = useRef<HTMLDivElement>(null)
  const isOver = useRef(false)
  useEffect(() => focusFirst(box.current), [])
  const once = (end: () => void) => {
    if (isOver.current) return
    isOver.current = true
    end()
  }
  const save = () => once(() => onSave({ ...before, ...draft.touched }))
  const change = (field: DescribedField, value: unknown) => {
    const touched = { ...before, ...draft.touched, [field.name]: value }
    if (atOnce.has(field.type)) return once(() => onSave(touched))
    draft.set(field.name, value)
    onTouch(touched)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      once(onCancel)
    } else if (event.key === 'Enter' && !event.defaultPrevented && mayEnd(event, fields)) {
      event.preventDefault()
      save()
    }
  }
  const onBlur = (event: FocusEvent) => {
    const isInside = box.current?.contains(event.relatedTarget) || box.current?.contains(document.activeElement)
    if (!isInside) save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the controls inside are what is worked with
    <div ref={box} className={styles.box} onKeyDown={onKeyDown} onBlur={onBlur}>
      {fields.map(field => (
        <FieldInput
          key={field.name}
          field={field}
          value={draft.values[field.name]}
          onChange={value => change(field, value)}
          included={included}
        />
      ))}
      {fields.some(isLong) && (
        <div className={styles.foot}>
          <Button size="compact-sm" onClick={() => save()}>
            {say('form.save')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => once(onCancel)}>
            {say('form.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One choice is the whole answer. */
const atOnce = new Set(['choice', 'code', 'ref', 'flag', 'file'])
const isLong = (field: DescribedField) => faceOf(field).wide === true || field.type === 'tags'
const isText = ({ type }: DescribedField) => type === 'long_text' || type === 'rich_text'

/** A line break belongs to a text; a button has its own Enter. */
const mayEnd = (event: KeyboardEvent, fields: readonly DescribedField[]) =>
  !(event.target instanceof HTMLButtonElement) && (event.ctrlKey || event.metaKey || !fields.some(isText))

function focusFirst(box: HTMLElement | null) {
  const control = box?.querySelector<HTMLElement>('input, textarea, select, [contenteditable=true], button')
  control?.focus()
  // A choice shows at once what there is to choose from.
  if (control?.getAttribute('aria-haspopup') === 'listbox') control.click()
  if (control instanceof HTMLInputElement && control.type === 'text' && !control.readOnly) control.select()
}
