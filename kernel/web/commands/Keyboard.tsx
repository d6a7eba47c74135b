import { useEffect } from 'react'
import { chordOf, step } from './keys.ts'
import { offered } from './registry.ts'

/** Listens for the keys of whatever is offered. */
export function Keyboard() {
  useEffect(() => {
    let waiting: { readonly keys: string; readonly since: number } | undefined
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing || isElsewhere(event)) return
      const commands = offered()
      const known = commands.flatMap(({ keys }) => keys ?? [])
      const pending = waiting && event.timeStamp - waiting.since < patience ? waiting.keys : undefined
      const next = step(pending, chordOf(event), known)
      waiting = next.pending === undefined ? undefined : { keys: next.pending, since: event.timeStamp }
      const command = next.found === undefined ? undefined : commands.find(({ keys }) => keys === next.found)
      if (!command) return
      event.preventDefault()
      command.run()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return null
}

/** How long a sequence waits for its next key, in milliseconds. */
const patience = 1500

/** Somebody types, or is in a menu or a dialog, which have keys of their own. Alone, Shift and the like are nothing. */
function isElsewhere({ key, target, ctrlKey, metaKey }: KeyboardEvent) {
  if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(key)) return true
  if (document.querySelector('[aria-modal="true"]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="menu"], [role="listbox"]')) return true
  return isTyping(target) && !((ctrlKey || metaKey) && key.toLowerCase() === 'k')
}

const isTyping = (target: HTMLElement) =>
  target.isContentEditable || (target.matches('input, textarea, select') && !target.matches(untyped))
const untyped = '[type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"]'
