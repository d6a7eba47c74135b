// The network goes and comes back, in the middle of everything: what was written arrives once, what was typed stays,
// and a screen that was never opened before comes as soon as it can.

import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
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
  ada = await maya.make('contacts', { first_name: 'Ada', last_name: 'Lovelace', position: 'Analyst' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const notice = () => page.getByText('You are offline.')
const lose = async () => {
  await page.context().setOffline(true)
  await notice().waitFor()
}
const comeBack = async () => {
  await page.context().setOffline(false)
  await notice().waitFor({ state: 'detached' })
}
/** Past the page, which has no network: as the server has it. */
const stored = async (path: string) => (await fetch(`${served.url}/api/${path}`, { headers: await cookies() })).json()
const cookies = async () => ({
  cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; '),
})
afterEach(() => page.context().setOffline(false))
const dialog = () => page.getByRole('dialog')

test('a fact that is written without a network shows, waits, and arrives', async () => {
  await page.goto(`${served.url}/contacts/${ada}`)
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Edit: Position' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('dd[data-field="position"] input').waitFor()
  await lose()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Countess')
  await page.keyboard.press('Enter')
  const fact = page.locator('dd').getByText('Countess', { exact: true })
  await fact.waitFor()
  expect((await stored(`contacts/${ada}`)).position).toBe('Analyst')
  expect.soft(await look(page, 'offline-record')).toEqual([])
  await comeBack()
  await expect.poll(async () => (await stored(`contacts/${ada}`)).position, { timeout: 15_000 }).toBe('Countess')
  await fact.waitFor()
}, 90_000)

test('a cell that is written without a network arrives too, or says that it did not', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.getByRole('grid').focus()
  for (const key of ['Control+Home', 'ArrowRight']) await page.keyboard.press(key)
  while (!(await page.locator('[data-cursor][data-field="email"]').count())) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.locator('[data-editing] input').waitFor()
  await lose()
  await page.keyboard.type('ada@engine.example')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').first().waitFor()
  await comeBack()
  expect((await stored(`contacts/${ada}`)).email).toBeNull()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  while (!(await page.locator('[data-cursor][data-field="email"]').count())) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.locator('[data-editing] input').waitFor()
  await page.keyboard.type('ada@engine.example')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await stored(`contacts/${ada}`)).email).toBe('ada@engine.example')
}, 90_000)

test('a form that is sent without a network waits, and makes one record', async () => {
  await page.goto(`${served.url}/contacts?create=true`)
  await dialog().getByLabel('Last name').fill('Hopper')
  await lose()
  await dialog().getByRole('button', { name: 'Add' }).click()
  expect(await dialog().getByLabel('Last name').inputValue()).toBe('Hopper')
  await comeBack()
  await page.getByRole('heading', { name: 'Hopper', level: 1 }).waitFor()
  const { rows } = await stored('contacts?where={"last_name":"Hopper"}')
  expect(rows).toHaveLength(1)
}, 90_000)

test('a screen that was never opened comes as soon as there is a network, whole', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await lose()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('your account')
  await page.getByRole('option', { name: 'Your account' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/accounts/profile')
  await notice().waitFor()
  await comeBack()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true)
  const bare = () => [...document.querySelectorAll('link')].filter(({ rel, sheet }) => rel === 'stylesheet' && !sheet)
  expect(await page.evaluate(`(${bare})().length`)).toBe(0)
}, 90_000)

test('what was begun in the composer is there after an accident', async () => {
  await page.goto(`${served.url}/contacts/${ada}`)
  const composer = page.getByRole('region', { name: 'Write about this record' })
  await composer.waitFor()
  const box = composer.locator('textarea, [contenteditable]').first()
  await box.fill('Half a thought')
  await page.reload()
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await expect.poll(() => box.inputValue()).toBe('Half a thought')
}, 90_000)

test('a screen that fails while somebody types keeps what was typed', async () => {
  await page.goto(`${served.url}/contacts?create=true`)
  await dialog().getByLabel('Last name').fill('Noeth')
  await page.route('**/api/contacts?*', route => route.fulfill({ json: { rows: 1, next: null } }))
  await maya.make('contacts', { last_name: 'Somebody else' })
  await page.getByText('This page failed to show').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Load again' }).click()
  await dialog().getByText('What you typed before is still here.').waitFor()
  expect(await dialog().getByLabel('Last name').inputValue()).toBe('Noeth')
}, 90_000)
