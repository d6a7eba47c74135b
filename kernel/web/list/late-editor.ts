// The control of a cell comes when the hand is near the table: many only read.

type Editing = typeof import('./CellEditor.tsx')

let coming: Promise<Editing> | undefined
let here: Editing | undefined

export const fetchEditor = () =>
  (coming ??= import('./CellEditor.tsx').then(
    editing => (here = editing),
    error => {
      coming = undefined
      throw error
    },
  ))

let resting: ReturnType<typeof setTimeout> | undefined

/** Not while a click is answered that is on its way to something else. */
export function fetchEditorSoon() {
  clearTimeout(resting)
  resting = setTimeout(() => fetchEditor().catch(() => {}), 400)
}

/** Once it was fetched. */
export const lateEditor = () => here
