// `npm run looks`: a picture of every screen, at the width of a desk and of a hand, in light and in dark, with nothing,
// a few and many records. They land in tests/screenshots/looks. `--only list,record` for some of the screens.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../tests/journeys/browser.ts'
import { type Filled, openCompany } from './looks/company.ts'
import { type Screen, screensOf } from './looks/screens.ts'

const { values: options } = parseArgs({ options: { only: { type: 'string' }, fill: { type: 'string' } } })
const folder = join(import.meta.dirname, '../tests/screenshots/looks')
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

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
  const company = await openCompany(on, filled)
  try {
    const screens = await screensOf(company)
    for (const screen of screens.filter(({ name }) => options.only?.split(',').includes(name) ?? true))
      await take(company.page, company.url, screen, filled)
  } finally {
    await company.close()
  }
}

async function take(page: Page, url: string, { name, path, ready, open }: Screen, filled: Filled) {
  try {
    for (const size of sizes) {
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
