import { atMost, openList, quantile, type Visit } from './visit.ts'

/** The list pushed down as fast as a hand does, frame by frame. */
export async function scrolling(visit: Visit) {
  const page = await openList(visit, 'contacts')
  const frames = await page.evaluate(async count => {
    const parts = [...document.querySelectorAll<HTMLElement>('#content, #content *')]
    const most = parts.reduce((best, part) =>
      part.scrollHeight - part.clientHeight > best.scrollHeight - best.clientHeight ? part : best,
    )
    const took: number[] = []
    let last = performance.now()
    for (let frame = 0; frame < count; frame++) {
      most.scrollTop += 180
      last = await new Promise<number>(done =>
        requestAnimationFrame(now => {
          took.push(now - last)
          done(now)
        }),
      )
    }
    return took.slice(5)
  }, visit.rounds * 40)
  await page.context().close()
  atMost(visit, 'scrolling the list: frames, p99', quantile(frames, 0.99), 50)
}
