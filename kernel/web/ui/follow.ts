/** Where Tab stops. */
export const stop = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** Follows what has the focus, or will have it again: when it is taken away, to what stands in its place. */
export function follow(element: HTMLElement, onGone: () => void = () => {}) {
  let place: HTMLElement | null = element
  const watch = new MutationObserver(records => {
    const before = place
    for (const record of records)
      for (const removed of record.removedNodes)
        if (place && !place.isConnected && removed.contains(place)) place = heirOf(place, removed, record, records)
    // A button that waits for the server is none for a while.
    const isBack = records.some(({ type }) => type === 'attributes') && !element.hasAttribute('disabled')
    if (before !== place || isBack) onGone()
  })
  watch.observe(document.body, { childList: true, subtree: true })
  watch.observe(element, { attributeFilter: ['disabled'] })
  return { place: () => (place?.isConnected ? place : null), release: () => watch.disconnect() }
}

/** The same control of what was made anew there, of the row that came next, or of the one before; else of what it stood in. */
function heirOf(lost: HTMLElement, removed: Node, record: MutationRecord, records: readonly MutationRecord[]) {
  const { target, nextSibling, previousSibling } = record
  const frame = asElement(target)?.closest<HTMLElement>('#content, [role="dialog"]')
  const at = stopsIn(removed).indexOf(lost)
  // Who held no field is put into none: letters are commands, and would be written there.
  const isHeir = (element: HTMLElement) => isThere(element) && (isField(lost) || !isField(element))
  const anew = records
    .filter(other => other.target === target && other.previousSibling === previousSibling)
    .flatMap(({ addedNodes }) => [...addedNodes])
    .find(({ isConnected }) => isConnected)
  for (const beside of frame ? [anew ?? null, nextSibling, previousSibling] : []) {
    const stops = stopsIn(beside).filter(isHeir)
    const first = stops.find(({ dataset }) => dataset.autofocus !== undefined)
    if (stops.length) return first ?? stops[Math.min(Math.max(at, 0), stops.length - 1)] ?? null
  }
  for (let around = asElement(target); frame && around && around !== frame; around = around.parentElement) {
    const [first] = stopsIn(around).filter(isHeir)
    if (first) return first
  }
  return null
}

function stopsIn(node: Node | null): HTMLElement[] {
  const element = asElement(node)
  if (!element) return []
  const own = element.matches(stop) ? [element] : []
  return [...own, ...element.querySelectorAll<HTMLElement>(stop)].filter(({ tabIndex }) => tabIndex >= 0)
}
const isThere = (element: HTMLElement) => element.checkVisibility() && !element.matches(':disabled')
const isField = (element: HTMLElement) => element.matches('input, select, textarea, [role="grid"]')
const asElement = (node: Node | null) => (node instanceof HTMLElement ? node : null)
