import { Alert, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { faceOf } from '../../fields/types.web.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useSchema } from '../schema/use-schema.ts'
import type { Slots } from '../slots/page-parts.ts'
import { AllOf } from '../slots/Slot.tsx'
import { FieldInput } from '../ui/FieldInput.tsx'
import { Icon } from '../ui/Icon.tsx'
import { troubleWords } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import styles from './FieldsForm.module.css'
import { type Check, useCheck } from './use-check.ts'
import { useKeptDraft, type Values } from './use-draft.ts'

export interface Section {
  readonly label: string | null
  readonly fields: readonly DescribedField[]
}

interface FieldsFormProps {
  readonly sections: readonly Section[]
  readonly start: Values
  readonly included?: Included
  readonly submitLabel: string
  /** Gets what was touched; its refusals are shown where they belong. */
  readonly onSubmit: (touched: Values) => Promise<unknown>
  readonly onCancel: () => void
  /** What the server says of values before they are sent. */
  readonly check?: Check
  readonly danger?: boolean
  /** What modules add below the fields, and which record it is for, if it is there yet. */
  readonly parts?: Slots['form'] | undefined
  readonly id?: string
  readonly children?: ReactNode
  /** What is to be said of what was typed so far, below it. */
  readonly beside?: (touched: Values) => ReactNode
}

/** A form made from fields: of an object, or of the input of an action. */
export function FieldsForm({
  sections,
  start,
  included = {},
  submitLabel,
  onSubmit,
  onCancel,
  check,
  danger = false,
  parts,
  id: record,
  children,
  beside,
}: FieldsFormProps) {
  const say = useWords()
  const fields = sections.flatMap(section => section.fields)
  // Whoever signs in after somebody whose session ended finds nothing of theirs.
  const { id } = useSchema().person
  const draft = useKeptDraft(`${id} ${location.pathname} ${fields.map(({ name }) => name).join()}`, fields, start)
  const [rest, setRest] = useState<unknown>()
  const form = useRef<HTMLFormElement>(null)
  const sending = useMutation({
    mutationFn: onSubmit,
    onMutate: () => setRest(undefined),
    onSuccess: () => draft.forget(),
    onError: error => setRest(draft.refuse(error)),
  })
  const { troubles } = draft
  const leave = useCheck(draft, check)
  const { error: refused } = sending
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    sending.mutate(draft.touched)
  }
  const cancel = () => {
    draft.forget()
    onCancel()
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onBlur={leave} onKeyDown={keepOpen} noValidate>
      {children}
      {draft.isRestored && (
        <p className={styles.restored} role="status">
          {say('form.restored')}
          <button type="button" className={styles.anew} onClick={draft.forget}>
            {say('form.anew')}
          </button>
        </p>
      )}
      {rest !== undefined && <Complaint error={rest} />}
      {sections.map(({ label, fields: inSection }, at) => (
        <fieldset key={label ?? at} className={styles.section}>
          {label !== null && <legend className={styles.legend}>{label}</legend>}
          <div className={styles.fields}>
            {inSection.map(field => (
              <div key={field.name} data-field={field.name} className={faceOf(field).wide ? styles.wide : undefined}>
                <FieldInput
                  field={field}
                  value={draft.values[field.name]}
                  onChange={value => draft.set(field.name, value)}
                  included={included}
                  error={draft.errorOf(field.name)}
                  isFirst={field === fields[0]}
                />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <AllOf parts={parts} of={{ values: draft.values, set: draft.set, id: record }} />
      {beside?.(draft.touched)}
      <div className={styles.foot}>
        <span className={styles.problems} role="status">
          {troubles.length > 0 && say('form.problems', { count: troubles.length })}
        </span>
        <Button variant="default" onClick={cancel}>
          {say('form.cancel')}
        </Button>
        <Button type="submit" variant={danger ? 'danger' : 'filled'} loading={sending.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

/** Enter before what was looked for is found sends nothing. */
function keepOpen(event: KeyboardEvent) {
  const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
  if (event.key === 'Enter' && isOpen && event.target instanceof HTMLInputElement) event.preventDefault()
}

export function Complaint({ error }: { readonly error: unknown }) {
  const { title, hint } = troubleWords(error, useWords())
  return (
    <Alert role="alert" icon={<Icon name="alert" />} title={title} className={styles.complaint}>
      {hint}
    </Alert>
  )
}
