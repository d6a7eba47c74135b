import type { LiveChange } from './stream.ts'

/** Lights up, softly and once, what somebody else just changed: the cells that say so by data-record and data-field. */
export function flash(changes: readonly LiveChange[]) {
  for (const { id, fields } of changes)
    for (const name of fields)
      for (const cell of document.querySelectorAll(cellsOf(CSS.escape(id), CSS.escape(name)))) light(cell)
}

/** The record is named by the cell itself, or by the row around it. */
const cellsOf = (id: string, name: string) =>
  `[data-record="${id}"][data-field="${name}"], [data-record="${id}"] [data-field="${name}"]`

function light(cell: Element) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const tint = getComputedStyle(cell).getPropertyValue('--accent-tint')
  cell.animate(
    [{ backgroundColor: tint }, { backgroundColor: tint, offset: 0.4 }, { backgroundColor: 'transparent' }],
    {
      duration: still ? 0 : 1600,
      easing: 'ease-out',
    },
  )
}
