// Hands that have a keyboard and no mouse.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** `page` is asked for when it is needed: a journey opens its own first. */
export function handsOn(page: () => Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page().keyboard.press(key)
  }
  const focused = () => page().evaluate(readFocus)
  const kept = async () => expect.poll(async () => (await focused()).on, { timeout: 5000 }).not.toBe('body')

  /** Role and name of what has the focus, as a screen reader hears them. */
  const heard = async () => {
    const held = page().locator(':focus')
    const { name: at, on } = await focused()
    if (on === 'body') return 'nothing'
    // The browser's own controls have parts, of which the page knows nothing.
    if ((await held.count()) === 0) return `part of ${at}`
    const [first = ''] = (await held.ariaSnapshot()).split('\n')
    const [, role, name] = /^- '?(\w+) "(.*?)"/.exec(first) ?? []
    return role ? `${role} ${name}` : first
  }

  /** Steps on until it is there; everything on the way is seen. */
  async function tabTo(name: RegExp, key = 'Tab') {
    const passed: string[] = []
    for (let steps = 0; steps < 120; steps++) {
      await press(key)
      const { name: here, isSeen, on } = await focused()
      passed.push(here || on)
      expect(isSeen || on === 'body', `${on} “${here}” shows that it has the focus`).toBe(true)
      if (name.test(here)) return
    }
    throw new Error(`Never came to ${name}. Passed: ${passed.join(', ')}`)
  }

  return {
    press,
    type: (text: string) => page().keyboard.type(text),
    focused,
    heard,
    kept,
    tabTo,
    gone: () => page().getByRole('dialog').waitFor({ state: 'detached' }),
    /** A mouse that is not there: whatever would use it fails. */
    withoutMouse() {
      const { mouse } = page()
      mouse.click = mouse.move = () => Promise.reject(new Error('There is no mouse.'))
    },
  }
}

/** What has the focus, by what it is called, and whether one sees that it has. */
function readFocus() {
  const element = document.activeElement as HTMLElement
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map(id => document.getElementById(id)?.textContent ?? '')
    .join(' ')
  const label = (element as HTMLInputElement).labels?.[0]?.textContent
  const text = element === document.body ? '' : element.textContent
  const name = element.getAttribute('aria-label') ?? (labelled.trim() || label || text) ?? ''
  // A grid marks the cell; a box draws the line around itself that holds the one that is typed into.
  const around = ['.mantine-Input-input', 'section:has(textarea:focus)'].map(each => element.closest(each))
  const marked = [element, element.querySelector('[data-cursor]'), ...around]
  const isMarked = marked.some(each => {
    if (!each) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  })
  const isSeen = isMarked || element.closest('[role="dialog"]:has([role="combobox"][aria-controls])') !== null
  const on = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '')
  return { name: name.trim(), isSeen, on }
}
