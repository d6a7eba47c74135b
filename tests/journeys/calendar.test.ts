// A week in the calendar: planned by drawing, moved by mouse and by keyboard, one of a series alone; and a colleague's.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './browser.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let tom: Somebody
let page: Page
let round: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  round = await maya.make('meetings', {
    ...{ title: 'Sales round', starts_at: '2031-03-25T08:00:00Z', ends_at: '2031-03-25T09:00:00Z', repeats: 'weekly' },
  })
  await page.goto(`${served.url}/calendar?view=week&on=2031-03-24`)
  await block('Sales round').waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const block = (name: string) => page.getByRole('link', { name: new RegExp(`^${name} `) })
const named = (name: string, time: string) => page.getByRole('link', { name: `${name} ${time}`, exact: true })
const column = (day: string) => page.locator(`[data-day="${day}"]`)

/** A point of a day at an hour. */
async function at(day: string, hour: number) {
  const box = await column(day).boundingBox()
  if (!box) throw new Error('The day is not there.')
  return { x: box.x + box.width / 2, y: box.y + (box.height * hour) / 24 }
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

test('it stands by the clock on the wall, also after the hour that spring takes', async () => {
  await named('Sales round', '09:00–10:00').waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Later' }).click()
  await expect.poll(() => page.url()).toContain('on=2031-03-31')
  await named('Sales round', '09:00–10:00').waitFor()
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect.poll(() => page.url()).toContain('on=2031-03-24')
}, 60_000)

test('a meeting is planned where it is drawn', async () => {
  await drag(await at('2031-03-26', 13), await at('2031-03-26', 14.5))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Walk through')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await named('Walk through', '13:00–14:30').waitFor()
}, 60_000)

test('carried to another day, and made longer, with the mouse', async () => {
  const from = await at('2031-03-26', 13.25)
  await drag(from, await at('2031-03-27', 15.25))
  await column('2031-03-27').getByRole('link', { name: 'Walk through 15:00–16:30', exact: true }).waitFor()
  await page.getByText('Walk through was moved').first().waitFor()
  const end = await at('2031-03-27', 16.5)
  await drag({ x: end.x, y: end.y - 3 }, { x: end.x, y: end.y + 21 })
  await named('Walk through', '15:00–17:00').waitFor()
}, 60_000)

test('the same with the keyboard: Space, arrows, Space; Esc gives up', async () => {
  await block('Walk through').focus()
  for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'Shift+ArrowDown', 'Space'])
    await page.keyboard.press(key)
  await column('2031-03-26').getByRole('link', { name: 'Walk through 14:30–16:45', exact: true }).waitFor()
  await block('Walk through').focus()
  for (const key of ['Space', 'ArrowDown', 'Escape']) await page.keyboard.press(key)
  await named('Walk through', '14:30–16:45').waitFor()
}, 60_000)

test('one of a series goes alone, and its move is taken back', async () => {
  await drag(await at('2031-03-25', 9.25), await at('2031-03-25', 11.25))
  await named('Sales round', '11:00–12:00').waitFor()
  const series = await maya.read(`meetings/${round}`)
  expect(series).toMatchObject({ starts_at: '2031-03-25T08:00:00.000Z' })
  await page.getByText('Sales round was moved').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await named('Sales round', '09:00–10:00').waitFor()
}, 60_000)

test('of a colleague one sees that they are busy, and the form says so', async () => {
  tom = await colleague(browser, served, maya, 'Tom Berg', 'regular')
  const me = await tom.read('account')
  await tom.make('meetings', { title: 'Dentist', starts_at: '2031-03-28T09:00:00Z', ends_at: '2031-03-28T10:00:00Z' })
  const users = (await maya.read('users?limit=10')) as unknown as { rows: { id: string; name: string }[] }
  const [boss] = users.rows.filter(({ name }) => name === 'Maya Chen')
  expect(me).toBeDefined()
  await tom.page.goto(`${served.url}/calendar?view=week&on=2031-03-24&people=${boss?.id}`)
  await tom.page.getByText('Busy', { exact: true }).first().waitFor()
  expect(await tom.page.getByText('Sales round').count()).toBe(0)
  const [other] = users.rows.filter(({ name }) => name === 'Tom Berg')
  await page.goto(`${served.url}/calendar?view=week&on=2031-03-24&people=${boss?.id},${other?.id}`)
  await block('Dentist').waitFor()
}, 60_000)

test('month and agenda show the same, and a phone begins with the agenda', async () => {
  await page.keyboard.press('3')
  await page
    .getByRole('link', { name: /Sales round/ })
    .first()
    .waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('4')
  await page.getByRole('heading', { name: 'Monday, March 24' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /Walk through/ }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${served.url}/calendar?on=2031-03-24`)
  await page.getByRole('button', { name: 'Agenda', pressed: true }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await axe(page)).toEqual([])
}, 60_000)

test('other programs read it at an address that is shown once, and closed', async () => {
  await page.setViewportSize({ width: 1440, height: 860 })
  await page.getByRole('button', { name: 'Calendar in other programs' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make an address' }).click()
  const address = await dialog.getByLabel('Address').inputValue()
  expect(await axe(page)).toEqual([])
  const read = () => page.request.get(served.url + new URL(address).pathname)
  expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
  await dialog.getByRole('button', { name: 'Close it' }).click()
  await dialog.getByRole('button', { name: 'Make an address' }).waitFor()
  expect((await read()).status()).toBe(404)
}, 60_000)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})
