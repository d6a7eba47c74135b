// A session ends while somebody types: signed in again, they find what they wrote; somebody else does not.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let tom: Somebody
let page: Page
let ada: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  tom = await colleague(browser, served, maya, 'Tom Reed')
  ada = await maya.make('contacts', { first_name: 'Ada', last_name: 'Lovelace' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const endSession = () => page.context().clearCookies()
const signIn = async (email = 'maya@northwind.example') => {
  await page.waitForURL('**/accounts/login?next=*')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a quiet river in may')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const openAda = async () => {
  await page.goto(`${served.url}/contacts/${ada}`)
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
}
const known = async () => maya.read(`contacts/${ada}`)
const composer = () => page.getByRole('region', { name: 'Write about this record' })

test('a task that was begun is in the composer again, and in nobody else’s', async () => {
  await openAda()
  await composer().getByRole('button', { name: 'Task' }).click()
  await page.locator('section input:focus').pressSequentially('Send the offer')
  await endSession()
  await composer().getByRole('button', { name: 'Add', exact: true }).click()
  await signIn('tom.reed@northwind.example')
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await composer().getByRole('button', { name: 'Task' }).click()
  await page.locator('section input:focus').waitFor()
  expect(await page.locator('section input:focus').inputValue()).toBe('')
  await endSession()
  await page.goto(`${served.url}/contacts/${ada}`)
  await signIn()
  const text = composer().locator('input, textarea').first()
  await expect.poll(() => text.inputValue()).toBe('Send the offer')
  await text.press('Enter')
  await page.getByRole('listitem').getByText('Send the offer').first().waitFor()
}, 120_000)

test('what was sent from a field too late stands in it again', async () => {
  await openAda()
  await page.getByRole('button', { name: 'Edit: Position' }).press('Enter')
  await page.keyboard.type('Countess')
  await endSession()
  await page.keyboard.press('Enter')
  await signIn()
  const box = page.locator('dd[data-field="position"]').getByRole('textbox')
  await expect.poll(() => box.inputValue()).toBe('Countess')
  await box.press('Enter')
  await page.locator('dd').getByText('Countess', { exact: true }).waitFor()
  await expect.poll(async () => (await known()).position).toBe('Countess')
  await page.reload()
  await page.locator('dd').getByText('Countess', { exact: true }).waitFor()
  expect(await box.count()).toBe(0)
}, 120_000)

test('so does what was still being typed when the page found out', async () => {
  const open = page.waitForRequest('**/api/live')
  await openAda()
  await open
  await page.getByRole('button', { name: 'Edit: Phone' }).press('Enter')
  await page.keyboard.type('+44 20 7946 0')
  await endSession()
  await tom.page.request.patch(`${served.url}/api/contacts/${ada}`, { data: { position: 'Mathematician' } })
  await signIn()
  const box = page.locator('dd[data-field="phone"]').getByRole('textbox')
  await expect.poll(() => box.inputValue()).toBe('+44 20 7946 0')
  await box.press('End')
  await page.keyboard.type('958')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await known()).phone).toMatch(/958$/)
  expect((await known()).position).toBe('Mathematician')
}, 120_000)

test('what was given up is not brought back', async () => {
  await openAda()
  await page.getByRole('button', { name: 'Edit: Position' }).press('Enter')
  await page.keyboard.type('Nothing')
  await page.keyboard.press('Escape')
  await page.reload()
  await page.locator('dd').getByText('Mathematician', { exact: true }).waitFor()
  expect(await page.locator('dd').getByRole('textbox').count()).toBe(0)
}, 60_000)

test('a cell of the list is saved as soon as its writer is back', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  const cell = page.locator('[role=row] [data-field="email"]').first()
  await cell.dblclick()
  await cell.getByRole('textbox').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('ada@engine.example')
  await endSession()
  await page.keyboard.press('Enter')
  await signIn()
  await cell.getByText('ada@engine.example', { exact: true }).waitFor()
  await expect.poll(async () => (await known()).email).toBe('ada@engine.example')
}, 120_000)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})
