import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { axe } from './axe.ts'

export const folder = join(import.meta.dirname, '../screenshots')

const widths = [
  { width: 1440, height: 860 },
  { width: 390, height: 844 },
]

/** The screen as it is, at both widths and in both themes, which are but colours: a picture of each, and what axe finds. */
export async function look(page: Page, name: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const found: string[] = []
  for (const size of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForFunction(scheme => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
      await settled(page)
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${colorScheme}.png`) })
      const isLight = colorScheme === 'light'
      const here = isLight ? [...(await axe(page)), ...(await overflow(page))] : await axe(page, 'colours')
      found.push(...here.map(line => `${name} at ${size.width}, ${colorScheme}: ${line}`))
    }
  await page.setViewportSize({ width: 1440, height: 860 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** Everything is loaded and nothing moves any more but what turns for ever. */
async function settled(page: Page) {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== 'running' || effect?.getTiming().iterations === Number.POSITIVE_INFINITY,
        ),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** A page that can be pushed sideways is broken, most of all on a phone. */
async function overflow(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return wider > 0 ? [`the page is ${wider} pixels too wide`] : []
}
