import { atMost, openList, quantile, rowOf, untilPainted, type Visit } from './visit.ts'

/** From the click to the painted rows, in a page that runs: another list of the sidebar, and the same one sorted anew. */
export async function lists(visit: Visit) {
  const page = await openList(visit, 'contacts')
  const other: number[] = []
  const sorted: number[] = []
  const click = (selector: string) => page.locator(selector).first().click()
  for (let round = 0; round < visit.rounds; round++) {
    other.push(
      await untilPainted(page, 'click', rowOf('companies'), '', () => click('nav a[href^="/companies"]')),
      await untilPainted(page, 'click', rowOf('contacts'), '', () => click('nav a[href^="/contacts"]')),
    )
  }
  for (let round = 0; round < visit.rounds; round++) {
    const { field, order } = orders[round % orders.length] as (typeof orders)[number]
    const rows = `#content [aria-busy="false"]:has([data-head="${field}"][aria-sort="${order}"]) [role="rowheader"] a`
    sorted.push(await untilPainted(page, 'click', rows, '', () => click(`[data-head="${field}"] button`)))
    // Each order once from the server: what was asked before comes from memory.
    if (round % orders.length === orders.length - 1) {
      await page.reload()
      await page.locator(rowOf('contacts')).first().waitFor()
      // Warm: what the page does for the first time after its rows is done.
      await page.evaluate(() => new Promise(done => requestIdleCallback(done)))
    }
  }
  await page.context().close()
  atMost(visit, 'list: click in the sidebar to painted rows, p95', quantile(other, 0.95), 150)
  atMost(visit, 'list: click on a head to rows in that order, p95', quantile(sorted, 0.95), 150)
}

const orders = [
  { field: 'status', order: 'ascending' },
  { field: 'status', order: 'descending' },
  { field: 'email', order: 'ascending' },
  { field: 'email', order: 'descending' },
] as const
