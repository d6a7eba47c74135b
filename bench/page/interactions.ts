import type { Page } from 'playwright-core'
import { atMost, openList, quantile, type Visit } from './visit.ts'

/** From a key to the next picture: peek, select and edit, each proved by what it does. */
export async function interactions(visit: Visit) {
  const page = await openList(visit, 'contacts')
  await page.evaluate(watch)
  const cell = (column: string) => page.locator(`[data-row="0"]${column}`).first()
  await cell('[data-column="0"]').click({ position: { x: 300, y: 18 } })
  const press = async (key: string, proof: string) => {
    await page.keyboard.press(key)
    // Who looks for the proof already while the picture is made is measured along with it.
    await page.evaluate(() => (window as unknown as Watched).painted)
    await page.locator(proof).first().waitFor({ timeout: 5000 })
  }
  await measured(visit, page, 'peek', async () => {
    await press(' ', '[data-open]')
    await press('Escape', '#content:not(:has([data-open]))')
  })
  await measured(visit, page, 'select', async () => {
    await press('x', '[data-chosen]')
    await press('x', '#content:not(:has([data-chosen]))')
  })
  await cell('[data-field="status"]').click()
  await measured(visit, page, 'edit', async () => {
    await press('Enter', '[data-editing]')
    await press('Escape', '#content:not(:has([data-editing]))')
  })
  await page.context().close()
}

async function measured(visit: Visit, page: Page, name: string, once: () => Promise<void>) {
  const work = `${name}: key to next paint, p95`
  try {
    await page.evaluate(() => void (window as unknown as Watched).paints.splice(0))
    for (let round = 0; round < visit.rounds; round++) await once()
    atMost(visit, work, quantile(await page.evaluate(() => (window as unknown as Watched).paints), 0.95), 50)
  } catch {
    visit.report.line({ work, ours: 'nothing happened', target: '<= 50 ms', ok: false })
  }
}

interface Watched {
  readonly paints: number[]
  painted: Promise<void>
}

/** In the page: how long after each key the next picture stands. */
function watch() {
  const paints: number[] = []
  Object.assign(window, { paints })
  const painted = (from: number) =>
    new Promise<void>(done => {
      requestAnimationFrame(() =>
        setTimeout(() => {
          paints.push(performance.now() - from)
          done()
        }),
      )
    })
  addEventListener('keydown', ({ timeStamp }) => Object.assign(window, { painted: painted(timeStamp) }), {
    capture: true,
  })
}
