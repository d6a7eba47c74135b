// Who has just set up looks around in a made-up company first.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
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

test('a made-up company is filled in from the start page, and can be removed there', async () => {
  const { page } = maya
  await page.goto(served.url)
  await page.getByRole('heading', { name: 'Look around first?' }).waitFor()
  expect.soft(await look(page, 'sample-offered')).toEqual([])
  await page.getByRole('button', { name: 'Fill in sample data' }).click()
  await page.getByText('Sample data is being filled in').waitFor()
  for (const method of ['post', 'delete'] as const) {
    const busy = await page.request[method](`${served.url}/api/sample-data`, { headers: { origin: served.url } })
    expect([busy.status(), (await busy.json()).code]).toEqual([409, 'demo.busy'])
  }
  await page.getByText('You are looking at sample data.').waitFor({ timeout: 300_000 })
  expect.soft(await look(page, 'sample-there')).toEqual([])
  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.getByRole('rowheader').first().waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await page.getByRole('dialog').getByText('It goes for good.').waitFor()
  await page.keyboard.press('Escape')
  expect(maya.broken).toEqual([])
}, 360_000)

test('nobody else is asked', async () => {
  const tom = await colleague(browser, served, maya, 'Tom Reed', 'regular')
  await tom.page.goto(served.url)
  await tom.page.getByRole('heading', { name: 'Hello, Tom' }).waitFor()
  await tom.page.waitForLoadState('networkidle')
  expect(await tom.page.getByText(/sample data/).count()).toBe(0)
}, 60_000)
