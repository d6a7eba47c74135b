import { atMost, quantile, type Visit } from './visit.ts'

/** A card carried over a full board, frame by frame, and let go of where it was. */
export async function dragging(visit: Visit) {
  const page = await (await visit.enter()).newPage()
  await page.goto(`${visit.url}/contacts/board`)
  const card = page.locator('[data-card]').first()
  await card.waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  const box = await card.boundingBox()
  if (!box) throw new Error('The card is nowhere.')
  const from = { x: box.x + 20, y: box.y + 10 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y)
  await page.locator('[data-state="carried"]').waitFor()
  await page.evaluate(watch)
  for (let step = 0; step < visit.rounds * 20; step++)
    await page.mouse.move(from.x + 20 + (step % 100) * 8, from.y + 100 + 80 * Math.sin(step / 8))
  const frames = await page.evaluate(() => (window as unknown as { readonly frames: number[] }).frames.slice(5))
  await page.keyboard.press('Escape')
  await page.context().close()
  atMost(visit, 'dragging a card: frames, p95', quantile(frames, 0.95), 33.4)
}

/** In the page: how long each frame took. */
function watch() {
  const frames: number[] = []
  let last = performance.now()
  const next = (now: number) => {
    frames.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  Object.assign(window, { frames })
  requestAnimationFrame(next)
}
