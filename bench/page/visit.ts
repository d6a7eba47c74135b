// What the cases share: a browser that is signed in, rows to wait for, and figures to print.

import type { BrowserContext, Page } from 'playwright-core'
import { milliseconds, type Report } from '../report.ts'

export interface Visit {
  readonly url: string
  /** A browser with nothing in its cache. */
  enter(): Promise<BrowserContext>
  /** What tells the server who asks. */
  readonly headers: Readonly<Record<string, string>>
  readonly rounds: number
  readonly report: Report
}

/** The link of a row of a list. */
export const rowOf = (plural: string) => `#content [role="rowheader"] a[href^="/${plural}/0"]`

export async function openList({ url, enter }: Visit, plural: string): Promise<Page> {
  const page = await (await enter()).newPage()
  await page.goto(`${url}/${plural}`)
  await page.locator(rowOf(plural)).first().waitFor()
  return page
}

/** At most so many milliseconds. */
export function atMost({ report }: Visit, work: string, value: number, most: number) {
  report.line({ work, ours: milliseconds(value), target: `<= ${most} ms`, ok: value <= most })
}

export function quantile(values: readonly number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * Milliseconds from the next event of a kind until something of a selector with a text is painted. The page itself
 * looks, frame by frame, so that nothing of the way to this program is counted.
 */
export async function untilPainted(
  page: Page,
  event: string,
  selector: string,
  text: string,
  act: () => Promise<void>,
) {
  await page.evaluate(
    ([kind, wanted, inside]) => {
      const whenPainted = (from: number, done: (took: number) => void) => {
        const found = [...document.querySelectorAll(wanted)].some(({ textContent }) => textContent.includes(inside))
        requestAnimationFrame(() =>
          found || performance.now() - from > 10_000
            ? setTimeout(() => done(performance.now() - from))
            : whenPainted(from, done),
        )
      }
      Object.assign(window, {
        took: new Promise<number>(done =>
          addEventListener(kind, ({ timeStamp }) => whenPainted(timeStamp, done), { once: true, capture: true }),
        ),
      })
    },
    [event, selector, text] as const,
  )
  await act()
  return page.evaluate(() => (window as unknown as { took: Promise<number> }).took)
}
