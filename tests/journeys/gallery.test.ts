// Every part there is, looked at in both themes: axe finds nothing, and nothing runs over the edge.

import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldTypes } from '#kernel/fields/types.ts'
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
  await page.getByRole('heading', { name: 'rich_text' }).first().waitFor()
  expect(await page.locator('[role=group][data-type]').count()).toBe(2 * Object.keys(fieldTypes).length)
  expect(await statesOf(page)).toEqual([])
  expect(await page.getByRole('alert').count()).toBeGreaterThan(2)
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
}, 300_000)

/** The states that a type of field does not stand in, in either theme. */
const statesOf = (page: Page) =>
  page.locator('[role=group][data-type]').evaluateAll(types =>
    types.flatMap(type => {
      const shown = [...type.querySelectorAll('[data-state]')].map(state => state.getAttribute('data-state'))
      const wanted = ['In a row', 'On a page', 'Empty', 'Being edited', 'Being edited, empty', 'Refused']
      return [...wanted, 'May only be read', 'Disabled', 'Being loaded']
        .filter(state => !shown.includes(state))
        .map(state => `${type.getAttribute('data-type')}: ${state}`)
    }),
  )

test('is for administrators', async () => {
  const { page } = await colleague(browser, served, maya, 'Ben', 'regular')
  await page.goto(`${served.url}/gallery`)
  await page.getByText('This page is for administrators').waitFor()
}, 60_000)
