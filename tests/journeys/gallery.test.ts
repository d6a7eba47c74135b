// Every part there is, looked at in both themes: axe finds nothing, and nothing runs over the edge.

import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { folder, look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test('shows every type of field and every part', async () => {
  const { page } = maya
  await page.goto(`${served.url}/gallery`)
  await page.getByRole('heading', { name: 'rich_text' }).waitFor()
  expect(await page.getByRole('alert').count()).toBeGreaterThan(2)
  // What shows that something loads would never come to rest.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.cancel()
  })
  expect.soft(await look(page, 'gallery')).toEqual([])
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 9000 })
    await page.screenshot({ path: join(folder, `gallery-whole-${width}.png`) })
  }
  await page.setViewportSize({ width: 1440, height: 860 })
  await page.getByRole('button', { name: 'Open a dialog' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  expect.soft(await look(page, 'gallery-dialog')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Announce', exact: true }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  expect.soft(await look(page, 'gallery-announced')).toEqual([])
  expect(maya.broken).toEqual([])
}, 120_000)

test('is for administrators', async () => {
  const { page } = await colleague(browser, served, maya, 'Ben', 'regular')
  await page.goto(`${served.url}/gallery`)
  await page.getByText('This page is for administrators').waitFor()
}, 60_000)
