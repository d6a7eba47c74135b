// Calls and meetings from the page of a person: two taps on a phone, one key at a desk, and seen wherever they belong.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './browser.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page
let person: string
let company: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  company = await maya.make('companies', { name: 'Odra Print' })
  person = await maya.make('contacts', { first_name: 'Zofia', last_name: 'Lis', company, phone: '+48601234567' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test('two taps on a phone log a call, and the number itself calls', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${served.url}/contacts/${person}`)
  await page.locator('a[href="tel:+48601234567"]').first().waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Log a call' }).click()
  await page.getByRole('menuitem', { name: 'Left a message' }).click()
  await page.getByText('Call logged: Left a message').waitFor()
  await page.getByRole('region', { name: 'Timeline' }).getByText('Left a message', { exact: true }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 860 })
}, 60_000)

test('one key begins a meeting; it is the next step of the person', async () => {
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Walk through the offer')
  await dialog.getByLabel('Begins').fill('2031-05-06T10:00')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Next step').waitFor()
  await page.getByRole('link', { name: 'Walk through the offer' }).first().waitFor()
}, 60_000)

test('the company tells of both', async () => {
  await page.goto(`${served.url}/companies/${company}`)
  const story = page.getByRole('region', { name: 'Timeline' })
  await story.getByText('Left a message', { exact: true }).waitFor()
  await story.getByRole('link', { name: 'Walk through the offer' }).waitFor()
  await page.getByRole('button', { name: 'Meetings 1' }).click()
  await story.getByText('Left a message', { exact: true }).waitFor({ state: 'detached' })
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
