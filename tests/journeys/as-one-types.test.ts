// Who leaves a field of a form reads at once what is wrong in it, and no longer once it is not.

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
let ada: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  ada = await maya.make('contacts', { last_name: 'Lovelace', email: 'ada@example.com' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const form = () => page.getByRole('dialog').locator('form')
const email = () => form().getByRole('textbox', { name: 'Email', exact: true })
const said = (text: string) => form().getByText(text)
const wrong = 'Write an address such as name@example.com.'

test('a new record: what cannot be, what is taken, and what is missed', async () => {
  await page.goto(`${served.url}/contacts?create=true`)
  await email().fill('nobody at all')
  expect(await said(wrong).count()).toBe(0)
  await page.keyboard.press('Tab')
  await said(wrong).waitFor()
  expect(await email().getAttribute('aria-invalid')).toBe('true')
  expect(await email().evaluate(input => input === document.activeElement)).toBe(false)
  expect(await axe(page)).toEqual([])

  await email().fill('ADA@example.com')
  await said(wrong).waitFor({ state: 'detached' })
  await page.keyboard.press('Tab')
  await expect.poll(() => email().getAttribute('aria-invalid')).toBe('true')

  await email().fill('charles@example.com')
  await expect.poll(() => email().getAttribute('aria-invalid')).not.toBe('true')
  const name = form().getByLabel(/^Last name/)
  await name.fill('Babbage')
  await name.fill('')
  await page.keyboard.press('Tab')
  await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true')
  await name.fill('Babbage')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await form().waitFor({ state: 'detached' })
  expect(await maya.read('contacts?count=true')).toMatchObject({ count: 2 })
}, 120_000)

test('a record that is changed may keep its own address', async () => {
  await page.goto(`${served.url}/contacts/${ada}?edit=true`)
  await email().fill('ada@')
  await page.keyboard.press('Tab')
  await said(wrong).waitFor()
  const heard = page.waitForResponse(answer => answer.url().endsWith('/api/contacts/check'))
  await email().fill('ada@example.com')
  await page.keyboard.press('Tab')
  expect((await heard).status()).toBe(204)
  expect(await email().getAttribute('aria-invalid')).not.toBe('true')
}, 120_000)
