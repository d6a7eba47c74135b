import { median, seconds } from '../report.ts'
import { rowOf, type Visit } from './visit.ts'

interface Load {
  readonly scripts: number
  readonly requests: number
  readonly visible: number
}

/** Somebody comes for the first time: what is sent, and when the rows of the list are there. */
export async function firstLoad(visit: Visit) {
  const loads: Load[] = []
  for (let round = 0; round < Math.max(3, visit.rounds / 5); round++) loads.push(await load(visit))
  const { report } = visit
  const kilobytes = median(loads.map(({ scripts }) => scripts)) / 1024
  report.line({
    work: 'first load: JavaScript as sent',
    ours: `${kilobytes.toFixed(0)} KB`,
    target: '<= 250 KB',
    ok: kilobytes <= 250,
  })
  const requests = median(loads.map(each => each.requests))
  report.line({ work: 'first load: requests', ours: String(requests), target: '<= 40', ok: requests <= 40 })
  const visible = median(loads.map(each => each.visible))
  report.line({
    work: 'cold cache: navigation to rows visible',
    ours: seconds(visible),
    target: '<= 1.00 s',
    ok: visible <= 1000,
  })
}

async function load({ url, enter }: Visit): Promise<Load> {
  const context = await enter()
  const page = await context.newPage()
  const sizes: Promise<{ script: boolean; bytes: number }>[] = []
  page.on('requestfinished', request =>
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize }) => ({ script: request.resourceType() === 'script', bytes: responseBodySize })),
    ),
  )
  await page.addInitScript(tellWhenPainted, rowOf('contacts'))
  const painted = page.waitForEvent('console', message => message.text().startsWith('painted '))
  await page.goto(`${url}/contacts`, { waitUntil: 'commit' })
  const visible = Number((await painted).text().split(' ')[1])
  const sent = await Promise.all(sizes)
  await context.close()
  return {
    visible,
    requests: sent.length,
    scripts: sent.reduce((sum, { script, bytes }) => sum + (script ? bytes : 0), 0),
  }
}

/** In the page, which looks by itself: a program that looks into it from outside brings a script that has to be run. */
function tellWhenPainted(selector: string) {
  const look = () => {
    const isThere = document.querySelector(selector) !== null
    requestAnimationFrame(() => (isThere ? setTimeout(() => console.debug(`painted ${performance.now()}`)) : look()))
  }
  look()
}
