import { atMost, openList, quantile, rowOf, untilPainted, type Visit } from './visit.ts'

/** From the click in the sidebar to the painted rows of a list that this page has not asked for yet. */
export async function lists(visit: Visit) {
  const page = await openList(visit, 'contacts')
  const took: number[] = []
  for (let round = 0; round < visit.rounds; round++) {
    await page.goto(`${visit.url}/companies`)
    await page.locator(rowOf('companies')).first().waitFor()
    const link = page.locator('nav a[href^="/contacts"]').first()
    took.push(await untilPainted(page, 'click', rowOf('contacts'), '', () => link.click()))
  }
  await page.context().close()
  atMost(visit, 'list: click to painted rows, p95', quantile(took, 0.95), 150)
}
