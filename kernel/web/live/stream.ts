/** What the server tells of a change: which record, what happened, which fields; never a value. */
export interface LiveChange {
  readonly object: string
  readonly id: string
  readonly version: number
  /** `gone`: it is this person's no more. */
  readonly events: readonly string[]
  readonly fields: readonly string[]
  readonly actor: string | null
  readonly batch: string
}

/** Who else looks at the record that this page told of, or writes in it. */
export interface Present {
  readonly object: string
  readonly id: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly editing: boolean }[]
}

/** How far something has come that this person began: under its kind and id the page remembers what it knows of it. */
export interface LiveProgress {
  readonly kind: string
  readonly id: string
  readonly status: string
}

export interface Listening {
  readonly onChange: (change: LiveChange) => void
  /** This person was told something. */
  readonly onNotice: () => void
  readonly onPresent: (present: Present) => void
  readonly onProgress: (progress: LiveProgress) => void
  /** How the server calls this line; none while there is none. */
  readonly onLine: (line: string | undefined) => void
  /** The line was down or the page was hidden: anything may have happened meanwhile. */
  readonly onMissed: () => void
}

/** Hears what others do for as long as the page is looked at; comes back by itself. Answers with how to stop. */
export function listenLive({ onChange, onNotice, onPresent, onProgress, onLine, onMissed }: Listening): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let wasOpen = false

  function open() {
    close()
    const opened = new EventSource('/api/live')
    source = opened
    opened.addEventListener('ready', event => {
      failures = 0
      onLine((JSON.parse(event.data) as { readonly line?: string }).line)
      if (wasOpen) onMissed()
      wasOpen = true
    })
    opened.addEventListener('change', event => onChange(JSON.parse(event.data) as LiveChange))
    opened.addEventListener('notice', onNotice)
    opened.addEventListener('present', event => onPresent(JSON.parse(event.data) as Present))
    opened.addEventListener('progress', event => onProgress(JSON.parse(event.data) as LiveProgress))
    opened.addEventListener('error', () => {
      close()
      again = setTimeout(open, pauseAfter(failures++, Math.random()))
    })
  }

  function close() {
    clearTimeout(again)
    source?.close()
    source = undefined
    onLine(undefined)
  }

  // A browser opens few lines to one server: who is not looked at lets its own go.
  const turn = () => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', turn)
  window.addEventListener('online', turn)
  turn()
  return () => {
    document.removeEventListener('visibilitychange', turn)
    window.removeEventListener('online', turn)
    close()
  }
}

/** Longer after each failure, and never the same for all: a server that starts is not overrun. In milliseconds. */
export const pauseAfter = (failures: number, chance: number) =>
  Math.min(1000 * 2 ** failures, 30_000) * (0.5 + chance / 2)
