// What is the same on every screen: the keyboard, the command menu, undo.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
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
  ada = await maya.make('contacts', { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@engine.example' })
  await maya.make('contacts', { first_name: 'Adam', last_name: 'Weber' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const box = () => page.getByRole('combobox', { name: 'Search or run a command' })
const option = (name: string | RegExp) => page.getByRole('option', { name })

test('the menu finds records as one types, and opens the chosen one', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.keyboard.press('Control+k')
  await box().fill('love')
  await option(/Ada Lovelace/).waitFor()
  expect.soft(await look(page, 'menu-found')).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/contacts/${ada}`)
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
}, 120_000)

test('with nothing typed it shows what was opened last, and every command with its keys', async () => {
  await page.keyboard.press('Control+k')
  await option(/Ada Lovelace/).waitFor()
  await option('New Deal').waitFor()
  expect.soft(await look(page, 'menu')).toEqual([])
  await box().fill('go comp')
  await option(/Companies/).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/companies')
  await box().waitFor({ state: 'detached' })
}, 120_000)

test('keys go, create, search and explain; none of them while one types', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForURL('**/contacts')
  await page.keyboard.press('/')
  const search = page.getByLabel('Search in Contacts')
  await search.pressSequentially('gc?')
  expect(await search.inputValue()).toBe('gc?')
  await search.fill('')
  await search.blur()
  await page.keyboard.press('?')
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await shortcuts.getByText('Command menu').waitFor()
  expect.soft(await look(page, 'shortcuts')).toEqual([])
  await page.keyboard.press('Escape')
  await shortcuts.waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'New Contact' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}, 120_000)

test('what was done can be taken back, and done again', async () => {
  await page.goto(`${served.url}/contacts/${ada}?edit=true`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Position').fill('Countess')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const fact = page.locator('dd').getByText('Countess', { exact: true })
  await fact.waitFor()
  expect.soft(await look(page, 'undo')).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await fact.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Redo' }).click()
  await fact.waitFor()
}, 120_000)

test('a removal is taken back from the keyboard', async () => {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await page.waitForURL('**/contacts')
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('link', { name: 'Ada Lovelace' })
  await row.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await row.waitFor()
}, 120_000)

test('on a phone the offer to take it back stands above the bar, which can be touched', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${served.url}/contacts/${ada}?edit=true`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Position').fill('Mathematician')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const toast = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Undo' }) })
  await toast.last().waitFor()
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  const [said, bar] = await Promise.all([
    toast.last().boundingBox(),
    page.getByRole('button', { name: 'More', exact: true }).boundingBox(),
  ])
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
  await page.setViewportSize({ width: 1440, height: 860 })
}, 60_000)

test('the sidebar is narrow for as long as one wants it so', async () => {
  await page.keyboard.press('[')
  await page.getByRole('button', { name: 'Make the sidebar wide' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Make the sidebar wide' }).waitFor()
  expect.soft(await look(page, 'sidebar-narrow')).toEqual([])
  await page.getByRole('navigation', { name: 'Areas' }).first().getByRole('link', { name: 'Companies' }).click()
  await page.waitForURL('**/companies')
  await page.keyboard.press('[')
  await page.getByRole('button', { name: 'Make the sidebar narrow' }).waitFor()
}, 120_000)

test('the first stop of the keyboard leads past the sidebar', async () => {
  await page.reload()
  await page.getByRole('searchbox', { name: 'Search in Companies' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
}, 120_000)

test('without a network the page says so, and again when it is back', async () => {
  await page.context().setOffline(true)
  await page.getByText('You are offline.').waitFor()
  expect.soft(await look(page, 'offline')).toEqual([])
  await page.context().setOffline(false)
  await page.getByText('You are offline.').waitFor({ state: 'detached' })
}, 120_000)

test('what was typed survives an accident, and goes with its form', async () => {
  const dialog = page.getByRole('dialog', { name: 'New Contact' })
  await page.goto(`${served.url}/contacts?create=true`)
  await dialog.getByLabel('Last name').fill('Half typ')
  await page.reload()
  await dialog.getByText('What you typed before is still here.').waitFor()
  expect(await dialog.getByLabel('Last name').inputValue()).toBe('Half typ')
  expect.soft(await look(page, 'draft')).toEqual([])
  await dialog.getByRole('button', { name: 'Start again' }).click()
  expect(await dialog.getByLabel('Last name').inputValue()).toBe('')
  await dialog.getByLabel('Last name').fill('Given up')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await dialog.waitFor()
  expect(await dialog.getByLabel('Last name').inputValue()).toBe('')
}, 120_000)

test('a session that ends while one types leads to the sign-in and back, and what was typed is there', async () => {
  const dialog = page.getByRole('dialog', { name: 'New Contact' })
  await page.goto(`${served.url}/contacts?create=true`)
  await dialog.getByLabel('Last name').fill('Nearly lost')
  await page.context().clearCookies()
  // Who looks for the same person, or for what is wrong, while one types may hear of it first.
  const add = dialog.getByRole('button', { name: 'Add' })
  await add.click({ timeout: 2000 }).catch(() => {})
  await signInAgain()
  await page.waitForURL('**/contacts?create=true')
  await dialog.getByText('What you typed before is still here.').waitFor()
  expect(await dialog.getByLabel('Last name').inputValue()).toBe('Nearly lost')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('heading', { name: 'Nearly lost', level: 1 }).waitFor()
  await page.goto(`${served.url}/accounts/profile`)
  await page.getByText('This one').waitFor()
  await page.context().clearCookies()
  await page.reload()
  await signInAgain()
  await page.waitForURL('**/accounts/profile')
  await page.getByText('This one').waitFor()
}, 120_000)

async function signInAgain() {
  await page.waitForURL('**/accounts/login?next=*')
  // The address is there before the screen is.
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await page.getByLabel('E-mail', { exact: true }).fill('maya@northwind.example')
  await page.getByLabel('Password', { exact: true }).fill('a quiet river in may')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a screen that fails leaves the others standing; a newer page is offered', async () => {
  await page.route('**/api/companies?*', route => route.fulfill({ json: { rows: 1, next: null } }))
  await page.route('**/', route =>
    route.request().resourceType() === 'fetch'
      ? route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/newer.js"></script>' })
      : route.continue(),
  )
  await page.goto(`${served.url}/companies`)
  await page.getByText('This page failed to show').waitFor()
  await page.getByText('There is a new version of Rapport.').waitFor()
  expect.soft(await look(page, 'failed')).toEqual([])
  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.unrouteAll()
}, 120_000)

test('the first hour: what is done is ticked off, and one can put it away', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByText('0 of 4 done').waitFor()
  const pipeline = await maya.make('pipelines', { name: 'New business' })
  await maya.make('stages', { pipeline, name: 'Demo' })
  await page.reload()
  await page.getByText('1 of 4 done').waitFor()
  expect.soft(await look(page, 'home-later')).toEqual([])
  await page.getByRole('button', { name: 'Hide' }).click()
  await page.getByText('Your first hour').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('link', { name: /Ada Lovelace/ }).waitFor()
  expect(await page.getByText('Your first hour').count()).toBe(0)
}, 120_000)

test('in the sidebar stands what has a place of its own, also for colleagues', async () => {
  const { page: theirs } = await colleague(browser, served, maya, 'Tom Weber', 'regular')
  await theirs.goto(`${served.url}/contacts`)
  const areas = theirs.getByRole('navigation', { name: 'Areas' }).first()
  await areas.getByRole('link', { name: 'Tasks' }).waitFor()
  const names = (await areas.getByRole('link').allInnerTexts()).map(name => name.trim())
  for (const part of ['Files', 'Views', 'E-mail addresses', 'Telephones', 'Grants']) expect(names).not.toContain(part)
  expect(names).toContain('Notes')
  await theirs.context().close()
}, 120_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
