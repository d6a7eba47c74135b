import type { LiveChange } from './stream.ts'

/** Lights up, softly and once, what somebody else just changed. A cell says whose it is: data-record, data-field. */
export function flash(changes: readonly LiveChange[]) {
  for (const { id, fields } of changes)
    for (const record of document.querySelectorAll(`[data-record="${CSS.escape(id)}"]`))
      for (const name of fields)
        for (const cell of record.querySelectorAll(`[data-field="${CSS.escape(name)}"]`)) light(cell)
}

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
