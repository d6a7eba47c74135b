import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DescribedField } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { isUnheard } from '../request.ts'
import type { Values } from '../screens/use-draft.ts'
import { Icon } from '../ui/Icon.tsx'
import { troubleWords } from '../ui/State.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { Conflicted, isSame } from './conflict.ts'
import styles from './Editable.module.css'
import { EditBox } from './EditBox.tsx'
import { useHere } from './here.ts'
import { useKeptEdit } from './use-kept-edit.ts'

interface EditableProps {
  /** Written together: the parts of a name. */
  readonly fields: readonly DescribedField[]
  readonly label: string
  readonly children: ReactNode
}

/** What is shown can be written in its place: a click or Enter begins, Esc gives up. */
export function Editable({ fields, label, children }: EditableProps) {
  const say = useWords()
  const here = useHere()
  const kept = useKeptEdit(fields)
  const [open, setOpen] = useState(kept.read)
  const { state, send, refused } = useSend(label, kept.forget)
  const button = useRef<HTMLButtonElement>(null)
  if (!here.mayEdit || fields.some(field => field.readonly)) return <div className={styles.still}>{children}</div>

  const begin = () => setOpen({ seen: here.record, touched: refused })
  const end = () => {
    flushSync(() => setOpen(undefined))
    // Who clicked somewhere else is there already.
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }
  const giveUp = () => {
    kept.forget()
    end()
  }
  const finish = (seen: AnyRecord, touched: Values) => {
    const patch = Object.fromEntries(Object.entries(touched).filter(([name, value]) => !isSame(value, seen[name])))
    if (Object.keys(patch).length === 0) return giveUp()
    end()
    kept.keep(seen, patch)
    void send(() => here.save(seen, patch), patch)
  }
  if (open)
    return (
      <EditBox
        fields={fields}
        start={{ ...here.record, ...open.touched }}
        before={open.touched}
        included={here.included}
        onTouch={touched => kept.keep(open.seen, touched)}
        onSave={touched => finish(open.seen, touched)}
        onCancel={giveUp}
      />
    )
  return (
    <div className={styles.editable}>
      <button
        ref={button}
        type="button"
        className={styles.begin}
        onClick={begin}
        aria-label={say('record.edit-field', { label })}
      >
        <Icon name="pencil" size={12} />
      </button>
      <div className={styles.value}>{children}</div>
      <SendState state={state} />
    </div>
  )
}

type State = { readonly kind: 'still' | 'sending' | 'saved' } | { readonly kind: 'refused'; readonly reason: string }

/** What was refused is kept, so that nobody types it again; by the page, once the server has weighed it. */
function useSend(label: string, onHeard: () => void) {
  const say = useWords()
  const done = useDone()
  const [state, setState] = useState<State>({ kind: 'still' })
  const [refused, setRefused] = useState<Values>({})
  const send = async (save: () => Promise<unknown>, patch: Values) => {
    setState({ kind: 'sending' })
    setRefused({})
    try {
      done(say('record.saved-field', { label }), await save())
      onHeard()
      setState({ kind: 'saved' })
    } catch (error) {
      if (!isUnheard(error)) onHeard()
      if (error instanceof Conflicted) return setState({ kind: 'still' })
      setRefused(patch)
      setState({ kind: 'refused', reason: reasonOf(error, say) })
    }
  }
  return { state, send, refused }
}

function reasonOf(error: unknown, say: ReturnType<typeof useWords>) {
  if (error instanceof Error && 'fields' in error && Array.isArray(error.fields) && error.fields.length)
    return error.fields.map(({ message }) => message).join(' ')
  const { title, hint } = troubleWords(error, say)
  return [title, hint].filter(Boolean).join(' ')
}

function SendState({ state }: { readonly state: State }) {
  const say = useWords()
  if (state.kind === 'still') return null
  if (state.kind === 'refused')
    return (
      <p role="alert" className={styles.refused}>
        {say('record.not-saved')} {state.reason}
      </p>
    )
  return (
    <span role="status" className={styles.state} data-kind={state.kind}>
      {state.kind === 'saved' && <Icon name="check" size={14} />}
      <span className="unseen">{say(state.kind === 'saved' ? 'record.saved' : 'record.saving')}</span>
    </span>
  )
}
