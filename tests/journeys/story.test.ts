// What happens around a record: written, pinned, sifted, filed, followed, looked at together, and all of it on a phone.

import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let tom: Somebody
let page: Page
let contact: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  tom = await colleague(browser, served, maya, 'Tom Reed')
  page = maya.page
  contact = await maya.make('contacts', { first_name: 'Tomasz', last_name: 'Zieliński' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const open = async (on: Page, path = `contacts/${contact}`) => {
  await on.goto(`${served.url}/${path}`)
  await on.getByRole('heading', { level: 1 }).waitFor()
}
const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
const part = (name: string) => page.getByRole('navigation', { name: 'Parts of the record' }).getByRole('link', { name })
const story = (on = page) => on.getByRole('region', { name: 'Timeline' })

test('a note and a task are written by the keyboard, where they will stand', async () => {
  await open(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Wants to hear more in spring')
  await page.keyboard.press('Control+Enter')
  await story().getByRole('listitem').getByText('Wants to hear more in spring').waitFor()
  await page.keyboard.press('Escape')
  await button('Task').click()
  await page.keyboard.type('Send the quote')
  await page.keyboard.press('Enter')
  await story().getByRole('link', { name: 'Send the quote' }).waitFor()
}, 120_000)

test('what is written before the story has come is in it when it comes', async () => {
  const other = await maya.make('contacts', { last_name: 'Okafor' })
  const written = Promise.withResolvers<void>()
  const fromBefore = async (route: Route) => {
    const response = await route.fetch()
    await written.promise
    // The page may wait for it no more.
    await route.fulfill({ response }).catch(() => {})
  }
  await page.route('**/timeline?*', fromBefore, { times: 1 })
  await open(page, `contacts/${other}`)
  await page.getByPlaceholder('Write a note …').fill('Was quicker')
  await button('Add').click()
  await page.getByText('Note was added').first().waitFor()
  written.resolve()
  await story().getByRole('listitem').getByText('Was quicker').waitFor()
  await open(page)
}, 120_000)

test('a note is pinned above the rest, and let go again', async () => {
  await story().getByRole('listitem').filter({ hasText: 'in spring' }).hover()
  await button('Keep above the rest').first().click()
  const pinned = page.getByRole('region', { name: 'Pinned' })
  await pinned.getByText('Wants to hear more in spring').waitFor()
  expect.soft(await look(page, 'story-pinned')).toEqual([])
  await pinned.getByRole('button', { name: 'Keep above the rest' }).click()
  await pinned.waitFor({ state: 'detached' })
}, 120_000)

test('one kind of what happened is shown alone', async () => {
  await page
    .getByRole('group', { name: 'What is shown' })
    .getByRole('button', { name: /^Notes/ })
    .click()
  await story().getByRole('link', { name: 'Send the quote' }).waitFor({ state: 'detached' })
  await story().getByRole('listitem').getByText('Wants to hear more in spring').waitFor()
  await button('Everything').click()
  await story().getByRole('link', { name: 'Send the quote' }).waitFor()
}, 120_000)

test('a file is let go anywhere on the page, and opened', async () => {
  const dropped = await page.evaluateHandle(() => {
    const held = new DataTransfer()
    held.items.add(new File(['What we offer'], 'quote.txt', { type: 'text/plain' }))
    return held
  })
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: dropped })
  await page.getByText('Let go to add').waitFor()
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped })
  const link = page.getByRole('complementary').getByRole('link', { name: 'quote.txt' })
  await link.waitFor()
  const address = (await link.getAttribute('href')) ?? ''
  expect(await (await page.request.get(new URL(address, served.url).href)).text()).toBe('What we offer')
}, 120_000)

test('a record that belongs to it is made beside it', async () => {
  await page.getByRole('complementary').getByRole('button', { name: 'Add: E-mail address' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Address' }).fill('tomasz@vistula.example')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('complementary').getByText('tomasz@vistula.example').waitFor()
}, 120_000)

test('an event is told in the words of its declaration', async () => {
  const pipeline = await maya.make('pipelines', { name: 'New business' })
  const stage = await maya.make('stages', { pipeline, name: 'Demo', probability: 40 })
  const deal = await maya.make('deals', { title: 'Fleet plan', stage, contact })
  await page.request.post(`${served.url}/api/deals/${deal}/win`, { data: {} })
  await open(page)
  const told = story().getByRole('listitem').filter({ hasText: 'won' })
  await told.getByText('Maya Chen won Fleet plan').waitFor()
  await told.getByText('from Open to Won').waitFor()
  expect(await told.locator('time').last().getAttribute('title')).toMatch(/20\d\d/)
}, 120_000)

test('who follows a record in one browser is told in the other what is done there', async () => {
  await open(tom.page)
  await button('Follow', tom.page).click()
  await button('Following', tom.page).waitFor()
  await tom.page.getByRole('img', { name: /2 follow: .*Tom Reed/ }).waitFor()
  await open(page, 'companies')
  await page.request.patch(`${served.url}/api/contacts/${contact}`, { data: { position: 'CTO' } })
  await tom.page.getByRole('button', { name: /new notification/ }).click()
  const notices = tom.page.getByRole('dialog')
  await notices.getByText('Maya Chen changed this.').waitFor()
  await notices.getByText('Tomasz Zieliński').waitFor()
  await tom.page.keyboard.press('Escape')
  await button('Following', tom.page).click()
  await button('Follow', tom.page).waitFor()
}, 120_000)

test('who else has it open shows, and no more once they leave', async () => {
  await open(page)
  await open(tom.page)
  await page.getByRole('img', { name: 'Also here now: Tom Reed' }).waitFor()
  await tom.page.getByRole('img', { name: 'Also here now: Maya Chen' }).waitFor()
  expect.soft(await look(page, 'story-together')).toEqual([])
  await tom.page.goto(`${served.url}/companies`)
  await page.getByRole('img', { name: 'Also here now: Tom Reed' }).waitFor({ state: 'detached' })
}, 120_000)

test('on a phone one finds a person, writes a note and makes a task', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${served.url}/contacts`)
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/Search in/))
    .first()
    .fill('ziel')
  await page.getByRole('link', { name: 'Tomasz Zieliński' }).click()
  await page.getByRole('heading', { name: 'Tomasz Zieliński', level: 1 }).waitFor()
  await page.getByPlaceholder('Write a note …').fill('Met at the fair')
  await button('Add').click()
  await story().getByRole('listitem').getByText('Met at the fair').waitFor()
  await part('Facts').click()
  await page.locator('dd').getByText('CTO', { exact: true }).waitFor()
  await part('Related').click()
  await page.getByRole('complementary').getByText('quote.txt').waitFor()
  await part('Timeline').click()
  await button('Task').click()
  await page.getByPlaceholder('What is to be done?').fill('Call about the fair')
  await button('Add').click()
  await story().getByRole('link', { name: 'Call about the fair' }).waitFor()
  expect.soft(await look(page, 'story-phone')).toEqual([])
}, 120_000)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})
