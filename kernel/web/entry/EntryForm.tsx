import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Trouble } from '../request.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { useWords } from '../words/words.tsx'
import styles from './EntryPage.module.css'

export type Given = Readonly<Record<string, string>>

export interface Entry {
  /** What a control of the field needs. */
  readonly control: (name: string) => {
    name: string
    value: string
    error: string | undefined
    onChange: (event: { currentTarget: { value: string } }) => void
  }
}

interface EntryFormProps {
  readonly start?: Given
  readonly submitLabel: string
  readonly onSubmit: (given: Given) => Promise<unknown>
  readonly children: (entry: Entry) => ReactNode
}

/** A form before anyone is signed in; what is refused stands at its field. */
export function EntryForm({ start = {}, submitLabel, onSubmit, children }: EntryFormProps) {
  const [given, setGiven] = useState<Given>(start)
  const sending = useMutation({ mutationFn: onSubmit })
  const troubles = sending.error instanceof Trouble ? sending.error.fields : []
  const [touched, setTouched] = useState<readonly string[]>([])
  const shown = troubles.filter(({ field }) => !touched.includes(field) && field in given)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTouched([])
    sending.mutate(given)
  }
  const control: Entry['control'] = name => ({
    name,
    value: given[name] ?? '',
    error: shown.find(({ field }) => field === name)?.message,
    onChange(event) {
      const { value } = event.currentTarget
      setGiven(before => ({ ...before, [name]: value }))
      setTouched(before => [...before, name])
    },
  })
  const isElsewhere = troubles.length === 0 || troubles.some(({ field }) => !(field in given))
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {sending.error && isElsewhere && <Complaint error={sending.error} />}
      {children({ control })}
      <Button type="submit" fullWidth h={38} mt={4} loading={sending.isPending}>
        {submitLabel}
      </Button>
    </form>
  )
}

interface ControlProps {
  readonly entry: Entry
  readonly name: string
  readonly label: string
  readonly description?: string
  readonly autoComplete: string
  readonly autoFocus?: boolean
}

export const EntryText = ({ entry, name, autoFocus, ...rest }: ControlProps) => (
  <TextInput {...entry.control(name)} {...rest} ref={autoFocus ? focus : null} size="md" />
)

export function EntryPassword({ entry, name, autoFocus, ...rest }: ControlProps) {
  const say = useWords()
  const control = entry.control(name)
  const toggle = { 'aria-label': say('entry.password.show') }
  // The library forgets to say it on this one.
  return (
    <PasswordInput
      {...control}
      {...rest}
      aria-invalid={control.error !== undefined}
      ref={autoFocus ? focus : null}
      visibilityToggleButtonProps={toggle}
      size="md"
    />
  )
}

/** Whom the link is for; keepers of passwords look for it. */
export const KnownEmail = ({ email }: { readonly email: string }) => (
  <TextInput label={useWords()('entry.email')} value={email} name="email" autoComplete="username" size="md" readOnly />
)

const focus = (input: HTMLInputElement | null) => input?.focus()
