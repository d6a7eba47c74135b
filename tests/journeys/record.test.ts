// The page of a record: written in its place, refused and taken back, two at once, and all of it by the keyboard.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { owner, type Somebody } from './people.ts'
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
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })

let company: string

test('a fact is written in its place, by the keyboard alone', async () => {
  company = await maya.make('companies', { name: 'Vistula Robotics', industry: 'Robots' })
  await page.goto(`${served.url}/companies/${company}`)
  await button('Edit: Industry').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Robotics')
  await page.keyboard.press('Enter')
  await page.locator('dd').getByText('Robotics', { exact: true }).waitFor()
  await page.getByRole('status').getByText('Saved').waitFor()
  expect(await button('Edit: Industry').evaluate(element => element === document.activeElement)).toBe(true)
  await page.getByText('Maya Chen changed Industry').waitFor()
  expect((await maya.read(`companies/${company}`)).industry).toBe('Robotics')
  expect.soft(await look(page, 'record-facts')).toEqual([])
}, 120_000)

test('Esc gives up, and a choice is one key away', async () => {
  await button('Edit: Industry').click()
  await page.keyboard.type('Nothing')
  await page.keyboard.press('Escape')
  await page.locator('dd').getByText('Robotics', { exact: true }).waitFor()
  await button('Edit: Size').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '51–200' }).click()
  await page.locator('dd').getByText('51–200').waitFor()
  await page.getByText('Maya Chen changed Size').waitFor()
}, 120_000)

test('what is refused goes back, says why, and is still there to be mended', async () => {
  await maya.make('companies', { name: 'Odra Holding', domain: 'odra.example' })
  await button('Edit: Domain').click()
  await page.keyboard.type('odra.example')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Not saved.').waitFor()
  expect.soft(await look(page, 'record-refused')).toEqual([])
  expect((await maya.read(`companies/${company}`)).domain).toBe(null)
  await button('Edit: Domain').click()
  expect(await page.getByLabel('Domain', { exact: true }).inputValue()).toBe('odra.example')
  await page.keyboard.type('vistula.example')
  await page.keyboard.press('Enter')
  await page.getByText('Maya Chen changed Domain').waitFor()
  expect((await maya.read(`companies/${company}`)).domain).toBe('vistula.example')
}, 120_000)

test('the name is written where it stands', async () => {
  await button('Edit: Name').click()
  await page.keyboard.type('Vistula')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Vistula', level: 1, exact: true }).waitFor()
  await page.getByText('Maya Chen changed Name').waitFor()
}, 120_000)

test('two who write different fields both keep theirs', async () => {
  await button('Edit: Employees').click()
  await page.request.patch(`${served.url}/api/companies/${company}`, { data: { website: 'https://vistula.example' } })
  await page.keyboard.type('120')
  await page.keyboard.press('Enter')
  await page.getByText('Maya Chen changed Employees').waitFor()
  expect(await maya.read(`companies/${company}`)).toMatchObject({ employees: 120, website: 'https://vistula.example/' })
}, 120_000)

test('two who write the same field see what was, theirs and yours, and nothing is lost', async () => {
  await button('Edit: Industry').click()
  await page.request.patch(`${served.url}/api/companies/${company}`, { data: { industry: 'Machines' } })
  await page.keyboard.type('Automation')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Somebody changed this at the same time' })
  await dialog.waitFor()
  for (const text of ['Robotics', 'Machines', 'Automation']) await dialog.getByText(text, { exact: true }).waitFor()
  expect.soft(await look(page, 'record-conflict')).toEqual([])
  await button('Save').click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('dd').getByText('Automation', { exact: true }).waitFor()
  await expect.poll(async () => (await maya.read(`companies/${company}`)).industry).toBe('Automation')
}, 120_000)

test('actions are offered where they make sense, and have keys', async () => {
  const pipeline = await maya.make('pipelines', { name: 'New business' })
  const stage = await maya.make('stages', { pipeline, name: 'Demo', probability: 40 })
  const deal = await maya.make('deals', { title: 'Fleet plan', stage })
  await page.goto(`${served.url}/deals/${deal}`)
  await button('Mark as won').waitFor()
  await page.keyboard.press('w')
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as won' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button('Reopen').waitFor()
  expect(await button('Mark as won').count()).toBe(0)
  await page.keyboard.press('e')
  await page.getByRole('dialog', { name: 'Edit: Fleet plan' }).waitFor()
  await page.keyboard.press('Escape')
}, 120_000)

test('what comes next stands beside the name, is planned in the composer and done with one click', async () => {
  const contact = await maya.make('contacts', { first_name: 'Tomasz', last_name: 'Zieliński' })
  await page.goto(`${served.url}/contacts/${contact}`)
  await button('Add a next step').click()
  await page.keyboard.type('Demo of the fleet')
  await page.getByLabel('Due date').fill('2020-01-31')
  await button('Add').click()
  const step = page.locator('p', { hasText: 'Next step' })
  await step.getByText(/Demo of the fleet, .*Jan.* 2020/).waitFor()
  expect(await step.getAttribute('data-due')).toBe('overdue')
  expect.soft(await look(page, 'record-next-step')).toEqual([])
  await maya.make('tasks', { title: 'Some day', about: [{ object: 'contact', id: contact }] })
  await button('Done: Demo of the fleet').first().click()
  await step.getByText('Some day', { exact: true }).waitFor()
  await page.goto(`${served.url}/contacts?peek=${contact}`)
  await page.getByRole('complementary').getByText('Next step').waitFor()
}, 120_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
