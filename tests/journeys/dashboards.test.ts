// Somebody looks at what is ready made, makes it theirs, arranges it, and opens the records behind a number.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { asSystem } from '../kernel.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  await add('Laurent', 'customer')
  await add('Rossi', 'customer')
  await add('Raghavan', 'lead')
  await page.goto(served.url)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const add = (last_name: string, status: 'customer' | 'lead' | 'prospect') =>
  asSystem(served.kernel, ctx => ctx.create(contact, [{ last_name, status }]))
const tile = (name: string, on: Page = page) => on.getByRole('region', { name, exact: true })
const button = (name: string | RegExp, on: Page | Locator = page) => on.getByRole('button', { name, exact: true })
const choose = async (label: string, option: string) => {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const tiles = () => page.locator('[data-tile]').evaluateAll(all => all.map(one => one.getAttribute('aria-label')))
const listed = () => expect.poll(() => page.getByRole('rowheader').count(), { timeout: 10_000 })

test('what is ready made counts at once, and a number opens the records that it counts', async () => {
  await page.getByRole('link', { name: 'Dashboards' }).click()
  await button(/^Selling/).waitFor()
  await tile('Contacts').getByRole('link', { name: 'Contacts: 3' }).click()
  await page.waitForURL(/\/contacts/)
  await listed().toBe(3)
  await page.goBack()
  const ring = tile('Contacts by status')
  await ring.getByRole('link', { name: /^Customer.*2/ }).focus()
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lead: 133%')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/contacts/)
  await listed().toBe(1)
  await page.goBack()
  await tile('Contacts by status').waitFor()
  expect.soft(await look(page, 'dashboard-ready')).toEqual([])
})

test('a copy is arranged by the keyboard, kept, and taken back', async () => {
  await button('Make a copy of my own').click()
  await button(/^Selling \(mine\)/).waitFor()
  expect((await tiles()).slice(0, 2)).toEqual(['Contacts', 'New contacts this month'])
  await button('Arrange').click()
  await button(/^Move Contacts\./).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(tiles).toEqual(expect.arrayContaining(['Contacts']))
  expect((await tiles()).slice(0, 2)).toEqual(['New contacts this month', 'Contacts'])
  await page.keyboard.press('ArrowRight')
  expect((await tiles())[2]).toBe('Contacts')
  await button(/^Size of Contacts\./).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByText('Contacts: 4 of 12 columns wide, 2 rows high').waitFor()
  expect.soft(await look(page, 'dashboard-arranging')).toEqual([])
  await button('Done').click()
  await button('Arrange').waitFor()
  await page.reload()
  await button('Arrange').waitFor()
  expect((await tiles())[2]).toBe('Contacts')
})

test('a tile goes where it is dragged, and nothing is written when one thinks better of it', async () => {
  await button('Arrange').click()
  const [from, to] = [await tile('Contacts').boundingBox(), await tile('New contacts this month').boundingBox()]
  if (!from || !to) throw new Error('There is nothing to drag.')
  await page.mouse.move(from.x + 80, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(to.x + 40, to.y + 40, { steps: 8 })
  await page.mouse.up()
  expect((await tiles())[0]).toBe('Contacts')
  await button('Cancel').click()
  expect((await tiles())[2]).toBe('Contacts')
})

test('a finger takes a tile by its grip', async () => {
  await button('Arrange').click()
  const grip = await button(/^Move Contacts\./).boundingBox()
  const to = await tile('New contacts this month').boundingBox()
  if (!grip || !to) throw new Error('There is nothing to drag.')
  const hand = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', { x: grip.x + 10, y: grip.y + 10 })
  for (const share of [0.3, 0.6, 1])
    await touch('touchMove', { x: grip.x + (to.x + 30 - grip.x) * share, y: grip.y + (to.y + 40 - grip.y) * share })
  await touch('touchEnd')
  expect((await tiles())[0]).toBe('Contacts')
  await button('Cancel').click()
})

test('a tile of one’s own is looked at while it is made; it opens its records, and hears of new ones', async () => {
  await button('Add a tile').click()
  const dialog = page.getByRole('dialog', { name: 'New tile' })
  await dialog.getByRole('region', { name: 'Preview' }).getByText('Customer').waitFor()
  await choose('In a period of', 'Created')
  await page.getByRole('textbox', { name: 'Title' }).fill('My people')
  expect.soft(await look(page, 'dashboard-tile')).toEqual([])
  await button('Put on the dashboard').click()
  const mine = tile('My people')
  await mine.getByRole('link', { name: 'Customer: 2' }).waitFor()
  await add('Novak', 'customer')
  await mine.getByRole('link', { name: 'Customer: 3' }).waitFor()
  await mine.getByRole('link', { name: 'Customer: 3' }).click()
  await listed().toBe(3)
  await page.goBack()
  await button('Arrange').waitFor()
})

test('as a table, what is drawn is read by everybody', async () => {
  await button('More for Contacts by status').click()
  await page.getByRole('menuitem', { name: 'Show as a table' }).click()
  const row = tile('Contacts by status').getByRole('row', { name: /Customer/ })
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['3'])
  expect.soft(await look(page, 'dashboard-table')).toEqual([])
})

test('shared, others see it and do not change it', async () => {
  await button('More for Selling (mine)').click()
  await page.getByRole('menuitemradio', { name: 'Everybody' }).click()
  await page.getByText('Who sees “Selling (mine)” was changed').waitFor()
  const ana = await colleague(browser, served, maya, 'Ana', 'staff')
  await ana.page.goto(page.url())
  await tile('My people', ana.page).getByRole('link', { name: 'Customer: 3' }).waitFor()
  expect(await button('Arrange', ana.page).count()).toBe(0)
  await page.getByRole('button', { name: 'More for Selling (mine)' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await button(/^Selling/).waitFor()
  await ana.page.getByText('This dashboard is not there').waitFor()
})

test('what somebody may not see is not counted for them, and the tile says why', async () => {
  const where = { last_sign_in_at: { empty: false } }
  const all = [
    { id: 'a', title: 'Been here', kind: 'number', chart: { object: 'user', where }, width: 3, height: 2 },
    { id: 'b', title: 'People', kind: 'number', chart: { object: 'contact' }, width: 3, height: 2 },
  ]
  const id = await maya.make('dashboards', { name: 'Comings', visibility: 'all', tiles: { all } })
  const ben = await colleague(browser, served, maya, 'Ben', 'staff')
  await ben.page.goto(`${served.url}/dashboards/${id}`)
  await tile('People', ben.page).getByRole('link', { name: 'People: 4' }).waitFor()
  await tile('Been here', ben.page).getByText('or that you may not see').waitFor()
  expect.soft(await look(ben.page, 'dashboard-refused')).toEqual([])
})

test('the list that one looks at becomes a chart on a dashboard', async () => {
  const where = encodeURIComponent(JSON.stringify({ status: 'customer' }))
  await page.goto(`${served.url}/contacts?where=${where}&group=status`)
  await button('A chart of this list').click()
  const dialog = page.getByRole('dialog', { name: 'Chart of Contacts' })
  await dialog.getByRole('region', { name: 'Preview' }).getByText('Customer').waitFor()
  await choose('Put on', 'New dashboard')
  await button('Put on the dashboard').click()
  await button(/^My dashboard/).waitFor()
  await tile('Contacts by status').getByRole('link', { name: 'Customer: 3' }).waitFor()
  await page.goto(`${served.url}/companies`)
  await button('A chart of this list').click()
  await choose('Put on', 'My dashboard')
  await button('Put on the dashboard').click()
  await page.getByText('was put on “My dashboard”').waitFor()
  await page.goto(`${served.url}/dashboards`)
  await button(/^Selling/).click()
  await page.getByRole('menuitemradio', { name: 'My dashboard' }).click()
  await expect.poll(tiles).toEqual(['Contacts by status', expect.stringMatching(/^Companies by/)])
})

test('an empty dashboard begins as one that is ready made', async () => {
  const id = await maya.make('dashboards', { name: 'New here' })
  await page.goto(`${served.url}/dashboards/${id}`)
  await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor()
  expect.soft(await look(page, 'dashboard-empty')).toEqual([])
  await button('Begin with “Selling”').click()
  await tile('Contacts').getByRole('link', { name: 'Contacts: 4' }).waitFor()
  expect(maya.broken).toEqual([])
})
