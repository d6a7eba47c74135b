// `npm run looks`: a picture of every screen, at the width of a desk and of a hand, in light and in dark, with nothing,
// a few and many records, and the fullest of them in French. They land in tests/screenshots/looks. `--only list,record` for some of the screens.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../tests/journeys/browser.ts'
import { type Filled, openCompany } from './looks/company.ts'
import { doingsIn } from './looks/doings.ts'
import { entries, type Screen, screensOf } from './looks/screens.ts'

const { values: options } = parseArgs({ options: { only: { type: 'string' }, fill: { type: 'string' } } })
const folder = join(import.meta.dirname, '../tests/screenshots/looks')
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** Where French, which is longer, has the least room. */
const isDense = ({ name }: Screen) =>
  /^(home|(list|board|record|create)-(contacts|deals|tasks)|import|admin|list|menu|filter|peek|shortcuts|command|accounts)/.test(
    name,
  )

const firstRun: Screen = { name: 'first-run', path: '/', ready: 'h1' }

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
let pictures = 0
let missed = 0
try {
  for (const filled of (options.fill?.split(',') ?? ['empty', 'few', 'many']) as Filled[])
    await picture(browser, filled)
} finally {
  await browser.close()
}
process.stdout.write(
  `${pictures} pictures in tests/screenshots/looks${missed ? `, ${missed} screens not reached` : ''}.\n`,
)
process.exit(missed ? 1 : 0)

/** One company with so much in it, and each screen of it. */
async function picture(on: Browser, filled: Filled) {
  const company = await openCompany(on, filled, async (page, url) => {
    if (filled === 'empty') await takeAll(page, url, [firstRun], 'empty')
  })
  const { page, url } = company
  try {
    if (filled === 'empty') await strange(on, url)
    await takeAll(page, url, await screensOf(company), filled)
    await takeAll(page, url, await doingsIn(company.first), filled)
    if (filled !== 'many') return
    await company.speak('fr')
    const screens = [...(await screensOf(company)), ...(await doingsIn(company.first))]
    await takeAll(page, url, screens.filter(isDense), 'french')
  } finally {
    await company.close()
  }
}

/** What somebody sees who is not in. */
async function strange(on: Browser, url: string) {
  const context = await on.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris' })
  await takeAll(await context.newPage(), url, entries, 'empty')
  await context.close()
}

async function takeAll(page: Page, url: string, screens: readonly Screen[], filled: string) {
  for (const screen of screens)
    if (options.only?.split(',').includes(screen.name) ?? true) await take(page, url, screen, filled)
}

async function take(page: Page, url: string, { name, path, ready, open, widths }: Screen, filled: string) {
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const size of sizes.filter(({ width }) => widths?.includes(width) ?? true)) {
      await page.setViewportSize(size)
      await page.goto(url + path)
      await page.locator(ready).first().waitFor()
      await open?.(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await settle(page, colorScheme)
        await page.screenshot({ path: join(folder, `${name}-${filled}-${size.width}-${colorScheme}.png`) })
        pictures += 1
      }
    }
    process.stdout.write(`${filled}: ${name}\n`)
  } catch (error) {
    missed += 1
    process.stdout.write(`${filled}: ${name} was not reached. ${String(error).split('\n')[0]}\n`)
  }
}

async function settle(page: Page, colorScheme: string) {
  await page.waitForFunction(scheme => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
