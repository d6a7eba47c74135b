// `npm run bench:page`: how the page feels, measured in Chromium on a full company. `--quick` for a smaller one,
// `--contacts 100000` for one of a size, `--only first-load`.

import { parseArgs } from 'node:util'
import { ensurePage } from '../scripts/build-page.ts'
import { openBrowser } from '../tests/journeys/browser.ts'
import { startPostgres } from '../tests/postgres.ts'
import { startOurs } from './child.ts'
import { dragging } from './page/dragging.ts'
import { firstLoad } from './page/first-load.ts'
import { interactions } from './page/interactions.ts'
import { lighthouse } from './page/lighthouse.ts'
import { lists } from './page/lists.ts'
import { scrolling } from './page/scrolling.ts'
import { searching } from './page/searching.ts'
import type { Visit } from './page/visit.ts'
import { people } from './people.ts'
import { postgresPlace } from './place.ts'
import { openReport } from './report.ts'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, contacts: { type: 'string' }, only: { type: 'string' } },
})
const contacts = Number(options.contacts ?? (options.quick ? 100_000 : 1_000_000))
const rounds = options.quick ? 8 : 25
const report = openReport(text => void process.stdout.write(text))
const cases = { 'first-load': firstLoad, lists, searching, scrolling, interactions, dragging, lighthouse }

await ensurePage()
const server = await startPostgres({ shared_buffers: '512MB' })
const place = await postgresPlace(server.url, { contacts, companies: contacts / 20 })
const ours = await startOurs(place.environment('ours'))
const browser = await openBrowser()
try {
  report.section(`The page, ${contacts.toLocaleString('en')} contacts`)
  const token = people.find(({ name }) => name === 'admin')?.token
  const headers = { authorization: `Bearer ${token}` }
  const enter = () =>
    browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      extraHTTPHeaders: headers,
    })
  const visit: Visit = { url: ours.base, enter, headers, rounds, report }
  for (const [name, run] of Object.entries(cases)) if (options.only?.split(',').includes(name) ?? true) await run(visit)
} finally {
  await browser.close()
  await ours.stop()
  await place.remove()
  await server.stop()
}
process.stdout.write(report.below.length ? `\n${report.below.length} below target.\n` : '\nEverything at its target.\n')
process.exit(report.below.length ? 1 : 0)
