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

/** Once it was fetched. */
export const lateEditor = () => here
