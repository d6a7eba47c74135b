// A day without a mouse: in, search, open, write, create, filter, keep a view, change many, take it back, out. Wherever
// the focus is, one sees it; and it is never lost.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { handsOn } from './hands.ts'
import { owner, type Somebody } from './people.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let maya: Somebody
let page: Page

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  for (const last_name of ['Lovelace', 'Hopper', 'Noether']) await maya.make('contacts', { last_name, status: 'lead' })
  withoutMouse()
  await page.context().clearCookies()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const { press, type, focused, tabTo, kept, gone, withoutMouse } = handsOn(() => page)

test('signs in', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.waitForURL('**/accounts/login?next=*')
  await page.getByLabel('E-mail').waitFor()
  if (!/E-mail/.test((await focused()).name)) await tabTo(/E-mail/)
  await type('maya@northwind.example')
  await tabTo(/^Password/)
  await type('a quiet river in may')
  await press('Enter')
  await page.getByRole('link', { name: 'Lovelace' }).waitFor()
}, 60_000)

test('every stop of the keyboard on a list is seen', async () => {
  const stops: string[] = []
  for (let steps = 0; steps < 60; steps++) {
    await press('Tab')
    const { name, isSeen, on } = await focused()
    if (on === 'body') break
    expect.soft(isSeen, `${on} “${name}” shows that it has the focus`).toBe(true)
    stops.push(name)
  }
  expect(stops.length).toBeGreaterThan(10)
}, 60_000)

test('searches, opens, and comes back', async () => {
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await type('lovel')
  await page.getByRole('option', { name: /Lovelace/ }).waitFor()
  await press('Enter')
  await page.getByRole('heading', { name: 'Lovelace', level: 1 }).waitFor()
  await kept()
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await press('Escape')
  await gone()
  await kept()
}, 60_000)

test('writes in place', async () => {
  await tabTo(/^Edit: Position/)
  await press('Enter')
  await expect.poll(async () => (await focused()).on).toMatch(/^input/)
  await type('Countess')
  await press('Enter')
  await page.locator('dd').getByText('Countess', { exact: true }).waitFor()
  await kept()
}, 60_000)

test('edits in the form, and is back where it began', async () => {
  await tabTo(/^Edit$/, 'Shift+Tab')
  await press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(/^First name/)
  await type('Ada')
  await press('Enter')
  await gone()
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await kept()
}, 60_000)

test('creates', async () => {
  await press('g', 'c')
  await page.getByRole('link', { name: 'Hopper' }).waitFor()
  await press('c')
  await page.getByRole('dialog').waitFor()
  await tabTo(/^Last name/)
  await type('Germain')
  await press('Enter')
  await page.getByRole('heading', { name: 'Germain', level: 1 }).waitFor()
  await kept()
  await press('g', 'c')
  await page.getByRole('link', { name: 'Germain' }).waitFor()
}, 60_000)

test('leaves a form that was opened by mistake', async () => {
  await press('c')
  await page.getByRole('dialog').waitFor()
  await press('Escape')
  await gone()
  await kept()
}, 60_000)

test('filters, and keeps it as a view', async () => {
  await press('f')
  await page.getByRole('dialog', { name: 'Filter' }).waitFor()
  await expect.poll(async () => (await focused()).name).toBe('What the condition is about')
  await type('last name')
  await page.getByRole('option', { name: 'Last name', exact: true }).waitFor()
  await press('ArrowDown', 'Enter')
  await page.getByRole('textbox', { name: /Value for Last name/ }).waitFor()
  await type('er')
  await page.getByText('3 matches').waitFor()
  await press('Escape')
  await page.getByRole('dialog', { name: 'Filter' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Lovelace' }).waitFor({ state: 'detached' })
  await kept()
  await tabTo(/^Save as new$/, 'Shift+Tab')
  await press('Enter')
  await page.getByLabel('Name of the view').waitFor()
  await type('With er')
  await press('Enter')
  await page.waitForURL(/view=/)
  await kept()
}, 60_000)

test('changes all of them, and takes it back', async () => {
  const status = async () => {
    const { rows } = await (await page.request.get(`${served.url}/api/contacts?sort=last_name`)).json()
    return (rows as { status: string }[]).map(row => row.status)
  }
  const before = await status()
  await press('j')
  await page.locator('[role="grid"]:focus').waitFor()
  await press('Control+a')
  await page.getByRole('toolbar').waitFor()
  await tabTo(/^Edit$/)
  await press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await tabTo(/^Status/)
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await tabTo(/^Save$/)
  await press('Enter')
  await gone()
  await expect.poll(status).not.toEqual(before)
  await kept()
  await page.getByText('3 changed').first().waitFor()
  await press('Control+z')
  await expect.poll(status).toEqual(before)
}, 90_000)

test('removes a record and is not left with nothing', async () => {
  await press('g', 'c')
  // Who is not in the view that was open: the list is there.
  await page.getByRole('link', { name: 'Lovelace' }).waitFor()
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await type('noeth')
  await page.getByRole('option', { name: /Noether/ }).waitFor()
  await press('Enter')
  await page.getByRole('heading', { name: 'Noether', level: 1 }).waitFor()
  await tabTo(/^More actions$/, 'Shift+Tab')
  await press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).waitFor()
  await tabTo(/^Remove$/, 'ArrowDown')
  await press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(/^Remove$/)
  await press('Enter')
  await page.waitForURL('**/contacts')
  await gone()
  await kept()
}, 60_000)

test('signs out', async () => {
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).waitFor()
  await type('sign out')
  await page.getByRole('option', { name: 'Sign out' }).waitFor()
  await press('Enter')
  await page.waitForURL('**/accounts/login')
  await page.getByLabel('E-mail').waitFor()
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
