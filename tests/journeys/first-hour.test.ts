// The first hour of somebody new: set up, add a person, change them, look around, leave, come back.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let page: Page
const broken: string[] = []

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  page = await newPage()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function newPage(locale = 'en-GB') {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 860 },
  })
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(15_000)
  fresh.on('pageerror', error => broken.push(error.message))
  fresh.on('response', response => response.status() >= 500 && broken.push(`${response.status()} ${response.url()}`))
  // 'Failed to load resource' is how a browser tells of a 401 or a 422, which are answers like others.
  fresh.on(
    'console',
    message =>
      message.type() === 'error' && !/Failed to load resource/.test(message.text()) && broken.push(message.text()),
  )
  return fresh
}

const field = (label: string) => page.getByLabel(label, { exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })

test('the first who comes sets up', async () => {
  await page.goto(served.url)
  await page.waitForURL('**/setup')
  await field('Your name').fill('Maya Chen')
  await field('E-mail').fill('maya@northwind.example')
  await field('Company').fill('Northwind')
  await field('Password').fill('short')
  await button('Start').click()
  await page.locator('input[name=password][aria-invalid=true]').waitFor()
  expect.soft(await look(page, 'setup')).toEqual([])
  await field('Password').fill('a quiet river in may')
  await button('Start').click()
  await page.getByRole('heading', { name: 'Hello, Maya', level: 1 }).waitFor()
  await page.getByRole('link', { name: /Invite a colleague/ }).waitFor()
  expect.soft(await look(page, 'home')).toEqual([])
  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.getByText('Nothing here yet').waitFor()
  expect.soft(await look(page, 'list-empty')).toEqual([])
}, 120_000)

test('adds a person, after the server has said what is missing', async () => {
  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.waitForURL('**/contacts')
  await page.getByRole('link', { name: 'New Contact' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First name').fill('Ada')
  await dialog.getByLabel('Email').fill('no address')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.getByText('2 fields need another look').waitFor()
  expect(await dialog.getByLabel('Last name').evaluate(input => input === document.activeElement)).toBe(true)
  expect(await dialog.getByLabel('Last name').getAttribute('aria-invalid')).toBe('true')
  expect.soft(await look(page, 'create-refused')).toEqual([])
  await dialog.getByLabel('Last name').fill('Lovelace')
  await dialog.getByLabel('Email').fill('ada@engine.example')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
  await page.getByText('Maya Chen added this').waitFor()
  await page.getByText('Ada Lovelace was added').waitFor({ state: 'detached' })
  expect.soft(await look(page, 'record')).toEqual([])
}, 120_000)

test('changes what is known, and it shows in the story and in the list', async () => {
  await button('Edit').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Position').fill('Countess')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Maya Chen changed Position').waitFor()
  await page.getByRole('link', { name: 'Contacts' }).first().click()
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await page.getByText('1 in all').waitFor()
  expect.soft(await look(page, 'list')).toEqual([])
}, 120_000)

test('finds by the box, sorts by the head, and the address tells it all', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('love')
  await page.getByRole('option', { name: /Ada Lovelace/ }).click()
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/)
  await page.goBack()
  await page.waitForURL('**/contacts')
  await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click()
  await page.waitForURL('**/contacts?sort=email')
  await page.getByLabel('Search in Contacts').fill('nobody of that name')
  await page.getByText('Nothing found for “nobody of that name”').waitFor()
  await page.waitForURL(/q=nobody/)
  expect.soft(await look(page, 'list-nothing-found')).toEqual([])
  await page.reload()
  await page.getByText('Nothing found for “nobody of that name”').waitFor()
}, 120_000)

test('acts: the dialog of an action is made from its input', async () => {
  const api = page.request
  const made = async (plural: string, data: object) =>
    ((await (await api.post(`${served.url}/api/${plural}`, { data })).json()) as { id: string }).id
  const pipeline = await made('pipelines', { name: 'New business' })
  const stage = await made('stages', { pipeline, name: 'Demo', probability: 40 })
  await made('lost_reasons', { name: 'Too dear', about: 'price' })
  const deal = await made('deals', { title: 'Fleet plan', stage, value: { amount: '120000', currency: 'EUR' } })
  await page.goto(`${served.url}/deals/${deal}`)
  await page.getByText('€120,000').waitFor()
  expect.soft(await look(page, 'deal')).toEqual([])
  await button('More actions').click()
  await page.getByRole('menuitem', { name: 'Mark as lost' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await dialog.getByText('One field needs another look').waitFor()
  await dialog.getByLabel('Reason').click()
  await page.getByRole('option', { name: 'Too dear' }).click()
  expect.soft(await look(page, 'action')).toEqual([])
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('dd').getByText('Lost', { exact: true }).waitFor()
}, 120_000)

test('an address that is nothing, or not yet, says so', async () => {
  for (const [path, words] of [
    ['/nothing', 'There is nothing at this address'],
    ['/campaigns', 'This page is not built yet'],
    ['/analytics/pipeline', 'This page is not built yet'],
  ] as const) {
    await page.goto(served.url + path)
    await page.getByText(words).waitFor()
  }
  expect.soft(await look(page, 'not-yet')).toEqual([])
  await page.goto(`${served.url}/contacts/00000000-0000-4000-8000-000000000000`)
  await page.getByRole('alert').waitFor()
  expect.soft(await look(page, 'record-missing')).toEqual([])
}, 120_000)

test('leaves, and comes back to where the link leads', async () => {
  await page.goto(`${served.url}/accounts/logout/`)
  await page.waitForURL('**/accounts/login')
  await page.goto(`${served.url}/deals?sort=title`)
  await page.waitForURL('**/accounts/login?next=*')
  await field('E-mail').fill('maya@northwind.example')
  await field('Password').fill('not this one')
  await button('Sign in').click()
  await page.getByRole('alert').waitFor()
  expect.soft(await look(page, 'sign-in')).toEqual([])
  await field('Password').fill('a quiet river in may')
  await button('Sign in').click()
  await page.waitForURL('**/deals?sort=title')
  await page.getByRole('link', { name: 'Fleet plan' }).waitFor()
}, 120_000)

test('a session that ends while a page is open leads to the sign-in, and back', async () => {
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Tasks' }).first().click()
  await page.waitForURL('**/accounts/login?next=*')
  await field('E-mail').fill('maya@northwind.example')
  await field('Password').fill('a quiet river in may')
  await button('Sign in').click()
  await page.waitForURL('**/tasks')
}, 120_000)

test('before one is in: new password, invitation, sign-up; in French too', async () => {
  const fresh = await newPage('fr-FR')
  const say = async (path: string, words: string, name: string) => {
    await fresh.goto('about:blank')
    await fresh.goto(served.url + path)
    await fresh.getByText(words).first().waitFor()
    expect.soft(await look(fresh, name)).toEqual([])
  }
  await say('/accounts/reset', 'Choisir un nouveau mot de passe', 'reset')
  await say('/accounts/reset/#token=wrong', 'Choisir un nouveau mot de passe', 'reset-link-wrong')
  await say('/accounts/signup/', 'Demander un compte', 'sign-up')
  await say('/accounts/signup/#token=wrong', 'Bienvenue dans Rapport', 'invitation-wrong')
  await fresh.context().close()
}, 120_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})
