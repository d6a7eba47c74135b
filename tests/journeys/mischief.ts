// Texts that want to be more than texts, and a page that tells when one of them became it.

import type { Page } from 'playwright-core'

/** What the ends of it tell: had it run, `mischief` would be set. */
export const mischief = {
  markup: '<img src=x onerror="mischief=1"><svg onload="mischief=1"></svg><script>mischief=1</script><b>bold</b>',
  attribute: `"' autofocus onfocus="mischief=1" x='><a href="javascript:mischief=1">link</a>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would fill in
  template: '{count} {{constructor.constructor("mischief=1")()}} ${mischief=1} <%= mischief %> %s $& \\u003cb>',
  formula: '=HYPERLINK("http://evil.example";"=1+1") @SUM(1) +1-1 \t|',
  bidi: '\u202Eesrever \u2067مرحبا بالعالم\u2069 שלום \u200Fb',
  invisible: 'zero\u200B\u200C\u200D\u2060width\uFEFF \u00AD\u034F\u2800end',
  combining: `Z${'\u0351\u0334\u033c'.repeat(20)}algo ﷽`,
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(8),
  long: 'W'.repeat(10_000),
  lines: `${'line\n'.repeat(60)}end`,
  control: 'a\u0007\u001B[31m\u0008b\u0085\u2028c',
} as const
export type Trick = keyof typeof mischief

declare const mischiefSeen: string[]

/** Before anything of the page runs: everything that only a script can do is written down. */
export const watch = (page: Page) =>
  page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { mischiefSeen: seen })
    for (const name of ['alert', 'confirm', 'prompt'] as const)
      window[name] = (() => void seen.push(`${name} was called`)) as never
    document.addEventListener('securitypolicyviolation', event =>
      seen.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    )
  })

/** What ran, or got as far as the document, since the page was loaded. */
export const ranOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const planted = 'img[src="x"], svg[onload], [onfocus], [onerror], a[href^="javascript:" i], script:not([src])'
    const said = [...mischiefSeen.splice(0), ...('mischief' in window ? ['a text ran'] : [])]
    return [...said, ...[...document.querySelectorAll(planted)].map(({ outerHTML }) => `in the page: ${outerHTML}`)]
  })

/** Where a text bends what is around it: the page sideways, a row or a card out of its line, a heading over the screen. */
export const bentOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const bent: string[] = []
    const content = document.getElementById('content') ?? document.body
    for (const box of [document.documentElement, content])
      if (box.scrollWidth > box.clientWidth + 1) bent.push(`${box.scrollWidth - box.clientWidth} pixels too wide`)
    const rightOf = (element: Element) => element.getBoundingClientRect().right
    for (const element of document.querySelectorAll('label, legend, #content :is(h1, p), [role="option"]')) {
      const past = rightOf(element) - rightOf(element.parentElement ?? element)
      if (past > 1) bent.push(`${Math.round(past)} pixels out of its place: ${element.outerHTML.slice(0, 120)}`)
    }
    for (const element of document.querySelectorAll('#content section > header > *:not(p) + *:not(p)')) {
      const over = rightOf(element.previousElementSibling ?? element) - element.getBoundingClientRect().left
      if (over > 1) bent.push(`${Math.round(over)} pixels over what is beside it: ${element.outerHTML.slice(0, 120)}`)
    }
    const rows = [...document.querySelectorAll('[role="grid"] [role="row"][data-record]')]
    const heights = new Set(rows.map(row => Math.round(row.getBoundingClientRect().height)))
    if (heights.size > 1) bent.push(`rows are ${[...heights].join(', ')} pixels high`)
    for (const [what, most] of [
      ['h1, h2, h3', 160],
      ['#content :is(article, li:has(> a)), nav li, nav a', 240],
      ['[role="option"], [role="menuitem"], [role="tab"], label, th', 240],
      // A fact is as long as what it says; the button that begins to edit it lies under all of it.
      [':not(dd) > :not(:is(dd, h1) *) > button', 250],
    ] as const)
      for (const element of document.querySelectorAll(what)) {
        const { height } = element.getBoundingClientRect()
        if (height > most) bent.push(`${height} high: ${element.outerHTML.slice(0, 120)}`)
      }
    return bent
  })
