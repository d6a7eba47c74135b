// A morning: what is late and due is worked through with the keyboard alone, until nothing is left.

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
const day = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + days * 86_400_000)

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  const person = await maya.make('contacts', { last_name: 'Lis' })
  const about = [{ object: 'contact', id: person }]
  await maya.make('tasks', { title: 'Send the offer', due_date: day(-2), about })
  await maya.make('tasks', { title: 'Ask for the order', due_date: day(-1) })
  await maya.make('tasks', { title: 'Prepare the demo', due_date: day(0) })
  await maya.make('tasks', { title: 'Next week', due_date: day(7) })
  await maya.make('meetings', { title: 'Sales round', starts_at: `${day(0)}T10:00:00Z`, place: 'Room 2' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const line = (title: string) => page.getByRole('listitem').filter({ hasText: title })

test('it shows what is late, what is due, and whom one meets', async () => {
  await page.goto(`${served.url}/today`)
  await page.getByRole('region', { name: 'Overdue 2' }).waitFor()
  await page.getByRole('region', { name: 'Due today 1' }).waitFor()
  await page.getByRole('region', { name: 'Meetings 1' }).getByText('Room 2').waitFor()
  expect(await page.getByText('Next week').count()).toBe(0)
  expect(await axe(page)).toEqual([])
}, 60_000)

test('done and put off with the keyboard, and on to the next; each can be taken back', async () => {
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Ask for the order')
  await page.keyboard.press('d')
  await page.getByText('Ask for the order is done').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Prepare the demo')
  await page.getByRole('button', { name: 'Undo' }).click()
  await line('Ask for the order').waitFor()
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Send the offer')
  await page.keyboard.press('s')
  await page.getByText('Send the offer was put off').waitFor()
  await line('Send the offer').waitFor({ state: 'detached' })
}, 60_000)

test('with the mouse too; and when nothing is left, it says so and shows what comes', async () => {
  await page.getByRole('button', { name: 'Done: Ask for the order' }).click()
  await page.getByRole('button', { name: 'Put off: Prepare the demo' }).click()
  await page.getByRole('menuitem', { name: 'In three days' }).click()
  await page.getByRole('heading', { name: 'Nothing is left to do today' }).waitFor()
  await page.getByRole('region', { name: 'Next days' }).getByText('Prepare the demo').waitFor()
  expect(await axe(page)).toEqual([])
}, 60_000)

test('on a phone it is the first place, and nothing is too wide', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  const bar = page.getByRole('navigation').getByRole('link')
  expect(await bar.last().isVisible()).toBe(true)
  await expect.poll(() => page.locator('nav:visible a').first().textContent()).toBe('Today')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await axe(page)).toEqual([])
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
