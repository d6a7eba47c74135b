// What a person reads on a screen, and what nobody should ever read there.

import type { Page } from 'playwright-core'
import { kernelWords } from '#kernel/server/words/words.ts'
import { words as modules } from '#modules/words.ts'
import { pageWords } from '../page-words.ts'

/** Each text that is drawn or read out, by itself. */
export const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (around && !around.closest('script, style, noscript, code') && around.checkVisibility())
        found.add(node.textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('body *'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
        found.add(element.getAttribute(name)?.trim() ?? '')
    found.add(document.title)
    return [...found].filter(Boolean)
  })

type Sentences = Readonly<Record<string, string | readonly string[]>>
// The gallery shows samples, which are nobody's words.
const spoken = pageWords.filter(({ of }) => !of.endsWith('/gallery'))
const english: Sentences = Object.assign({}, ...spoken.map(({ en }) => en))
const french: Sentences = Object.assign({}, ...spoken.map(({ fr }) => fr))
const codes = [kernelWords, ...modules].flatMap(words => Object.keys(words.en))
const keys = new Set([...Object.keys(english), ...codes])

/** Names of words instead of the words, and what a program says when it has nothing to say. */
export const unmeant = (texts: readonly string[]) =>
  texts.filter(text => keys.has(text) || /\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date|\{\w+\}|^null$/.test(text))

/** Whether a text is English and no French: one of the page's own sentences, or a label that the server tells. */
export function englishOf(inEnglish: ReadonlySet<string>, inFrench: ReadonlySet<string>): (text: string) => boolean {
  const alsoFrench = new Set([...said(french), ...inFrench])
  const only = [...said(english), ...inEnglish].filter(text => !alsoFrench.has(text) && /\p{L}{2}/u.test(text))
  const plain = new Set(only.filter(text => !text.includes('{')))
  const patterns = only.filter(text => text.includes('{') && letters(text) > 5).map(patternOf)
  return text => plain.has(text) || patterns.some(pattern => pattern.test(text))
}

const said = (sentences: Sentences) => Object.values(sentences).flat()
const letters = (text: string) => text.replace(/\{[\w-]+\}/g, '').match(/\p{L}/gu)?.length ?? 0
const patternOf = (text: string) =>
  new RegExp(
    `^${text
      .split(/\{[\w-]+\}/)
      .map(escaped)
      .join('.+')}$`,
  )
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
