// Two people, two browsers: what one does shows at the other's without loading anything again.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let tom: Somebody
let ada: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  tom = await colleague(browser, served, maya, 'Tom Reed')
  ada = await maya.make('contacts', { first_name: 'Ada', last_name: 'Lovelace' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const listening = ({ page }: Somebody) => page.waitForRequest('**/api/live')

test('a new record, a new name and a removal show in the list of the other', async () => {
  const open = listening(tom)
  await tom.page.goto(`${served.url}/contacts`)
  await tom.page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await open
  const grace = await maya.make('contacts', { first_name: 'Grace', last_name: 'Hopper' })
  await tom.page.getByRole('link', { name: 'Grace Hopper' }).waitFor()
  await maya.page.request.patch(`${served.url}/api/contacts/${grace}`, { data: { last_name: 'Murray' } })
  await tom.page.getByRole('link', { name: 'Grace Murray' }).waitFor()
  await maya.page.request.delete(`${served.url}/api/contacts/${grace}`)
  await tom.page.getByRole('link', { name: 'Grace Murray' }).waitFor({ state: 'detached' })
}, 120_000)

test('whoever is at a record sees who else is, and who of them writes; the peek shows it too', async () => {
  const open = [listening(tom), listening(maya)]
  await tom.page.goto(`${served.url}/contacts?peek=${ada}`)
  const peek = tom.page.getByRole('complementary')
  await peek.getByRole('button', { name: 'Follow', exact: true }).click()
  await peek.getByRole('img', { name: /follows?: .*Tom Reed/ }).waitFor()
  await peek.getByRole('button', { name: 'Following' }).click()
  await maya.page.goto(`${served.url}/contacts/${ada}`)
  await Promise.all(open)
  const here = maya.page.getByRole('img', { name: 'Also here now: Tom Reed' })
  await here.waitFor()
  await peek.getByRole('img', { name: 'Also here now: Maya Chen' }).waitFor()
  const writes = peek.getByRole('status').getByText('Maya Chen is editing')
  await maya.page.getByRole('button', { name: 'Edit: Position' }).click()
  await writes.waitFor()
  expect.soft(await look(tom.page, 'peek-writing')).toEqual([])
  await maya.page.keyboard.press('Escape')
  await writes.waitFor({ state: 'detached' })
  await maya.page.getByRole('region', { name: 'Write about this record' }).getByRole('textbox').click()
  await writes.waitFor()
  await maya.page.getByRole('heading', { name: 'About this record' }).click()
  await writes.waitFor({ state: 'detached' })
  await tom.page.locator('[role=row] [data-field="email"]').first().dblclick()
  await maya.page.getByText('Tom Reed is editing').waitFor()
  expect.soft(await look(maya.page, 'record-writing')).toEqual([])
  await tom.page.goto('about:blank')
  await here.waitFor({ state: 'detached' })
  await maya.page.getByText('Tom Reed is editing').waitFor({ state: 'detached' })
}, 120_000)

test('an open record follows', async () => {
  const open = listening(tom)
  await tom.page.emulateMedia({ reducedMotion: 'no-preference' })
  await tom.page.goto(`${served.url}/contacts/${ada}`)
  await tom.page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await open
  await maya.page.goto(`${served.url}/contacts/${ada}?edit=true`)
  await maya.page.getByRole('dialog').getByLabel('Position').fill('Countess')
  await maya.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await tom.page.locator('dd').getByText('Countess', { exact: true }).waitFor()
  // For a moment it says by its colour that somebody else wrote it.
  await tom.page.waitForFunction(() => document.querySelector('dd[data-field="position"]')?.getAnimations().length)
  await tom.page.getByText('Maya Chen changed Position').waitFor()
  await maya.page.request.delete(`${served.url}/api/contacts/${ada}`)
  await tom.page.getByText('Maya Chen removed this').waitFor()
}, 120_000)

test('a record that went to somebody else is shown no more, neither in the list nor by itself', async () => {
  const rita = await colleague(browser, served, maya, 'Rita Ruiz', 'regular')
  const me = (await (await rita.page.request.get(`${served.url}/api/me`)).json()) as { id: string }
  const id = await maya.make('contacts', { last_name: 'Passed on', owner_id: me.id })
  const second = await rita.page.context().newPage()
  const open = [listening(rita), second.waitForRequest('**/api/live')]
  await rita.page.goto(`${served.url}/contacts/${id}`)
  await rita.page.getByRole('heading', { name: 'Passed on', level: 1 }).waitFor()
  await second.goto(`${served.url}/contacts`)
  const row = second.getByRole('link', { name: 'Passed on' })
  await row.waitFor()
  await Promise.all(open)
  const mine = (await (await maya.page.request.get(`${served.url}/api/me`)).json()) as { id: string }
  await maya.page.request.patch(`${served.url}/api/contacts/${id}`, { data: { owner_id: mine.id } })
  await rita.page.getByText('There is no such record, or you may not see it.').waitFor()
  await row.waitFor({ state: 'detached' })
}, 120_000)

test('who is given a record is told at once, and reads it away', async () => {
  const open = listening(tom)
  await tom.page.goto(`${served.url}/companies`)
  await open
  const me = (await (await tom.page.request.get(`${served.url}/api/me`)).json()) as { id: string }
  await maya.make('contacts', { first_name: 'Mary', last_name: 'Somerville', owner_id: me.id })
  await tom.page.getByRole('button', { name: '1 new notification' }).click()
  await tom.page.getByText('Maya Chen made this yours.').waitFor()
  expect.soft(await look(tom.page, 'notices')).toEqual([])
  await tom.page.getByRole('button', { name: /Mary Somerville/ }).click()
  await tom.page.getByRole('heading', { name: 'Mary Somerville', level: 1 }).waitFor()
  await tom.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
}, 120_000)

test('whoever was without a network sees what was missed as soon as it is back', async () => {
  const { page } = tom
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Mary Somerville' }).waitFor()
  await page.context().setOffline(true)
  await maya.make('contacts', { first_name: 'Emmy', last_name: 'Noether' })
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Emmy Noether' }).waitFor()
}, 120_000)

test('a page that nobody looks at lets its line go, and catches up when it is looked at', async () => {
  const { page } = tom
  const turn = (hidden: boolean) =>
    page.evaluate(is => {
      Object.defineProperty(document, 'hidden', { value: is, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  const ended = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/live'))
  await turn(true)
  await ended
  await maya.make('contacts', { first_name: 'Sofia', last_name: 'Kovalevskaya' })
  await turn(false)
  await page.getByRole('link', { name: 'Sofia Kovalevskaya' }).waitFor()
}, 120_000)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})
