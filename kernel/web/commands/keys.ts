// Keys of commands as text: `mod+k`, `shift+e`, `?`, and sequences, `g c`.

/** The part of a keyboard event that matters. */
export interface Pressed {
  readonly key: string
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What was pressed, as a command writes it. Ctrl and Cmd are one; a sign such as `?` is itself, however it is typed. */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const latin = /^\P{ASCII}$/u.test(key) && code?.startsWith('Key') ? code.slice(3) : key
  const isSign = latin.length === 1 && !/[a-z]/i.test(latin)
  const held = [
    ...(ctrlKey || metaKey ? ['mod'] : []),
    // AltGr is how some keyboards write signs.
    ...(altKey && !isSign ? ['alt'] : []),
    ...(shiftKey && !isSign ? ['shift'] : []),
  ]
  return [...held, latin === ' ' ? 'space' : latin.toLowerCase()].join('+')
}

export interface Step {
  /** The keys that are complete now. */
  readonly found?: string
  /** The beginning of a sequence that waits for its next key. */
  readonly pending?: string
}

/** One more key, after those that wait. */
export function step(pending: string | undefined, chord: string, known: readonly string[]): Step {
  for (const typed of pending === undefined ? [chord] : [`${pending} ${chord}`, chord]) {
    if (known.includes(typed)) return { found: typed }
    if (known.some(keys => keys.startsWith(`${typed} `))) return { pending: typed }
  }
  return {}
}

const marks: Readonly<Record<string, readonly [other: string, mac: string]>> = {
  mod: ['Ctrl', '⌘'],
  alt: ['Alt', '⌥'],
  shift: ['Shift', '⇧'],
  enter: ['↵', '↵'],
  escape: ['Esc', 'Esc'],
  space: ['␣', '␣'],
  arrowup: ['↑', '↑'],
  arrowdown: ['↓', '↓'],
}

/** As it stands on the keyboard: `g c` is two keys, `mod+k` one press of two. */
export const keysShown = (keys: string, isMac: boolean): readonly string[] =>
  keys
    .split(' ')
    .map(chord =>
      (chord === '+' ? ['+'] : chord.split('+'))
        .map(part => marks[part]?.[isMac ? 1 : 0] ?? part.toUpperCase())
        .join(isMac ? '' : ' '),
    )

/** A letter for each name: its first, or one of the next two, as long as nobody has it. */
export function lettersFor(names: readonly string[], taken: readonly string[] = []): readonly (string | undefined)[] {
  const used = new Set(taken)
  return names.map(name => {
    const letter = [...name.toLowerCase()].slice(0, 3).find(each => /[a-z]/.test(each) && !used.has(each))
    if (letter) used.add(letter)
    return letter
  })
}
