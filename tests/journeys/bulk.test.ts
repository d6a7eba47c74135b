// One thing done to ten thousand records: with its progress, what was refused, a stop, a closed tab, and all of it undone.

import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { deal } from '#modules/sales/deal.ts'
import { make } from '../factories.ts'
import { asSystem } from '../kernel.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let context: BrowserContext
let page: Page
const broken: string[] = []
const many = 10_000

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 860 } })
  page = await opened()
  await page.goto(`${served.url}/setup`)
  await page.getByLabel('Your name', { exact: true }).fill('Maya Chen')
  await page.getByLabel('E-mail', { exact: true }).fill('maya@northwind.example')
  await page.getByLabel('Company', { exact: true }).fill('Northwind')
  await page.getByLabel('Password', { exact: true }).fill('a quiet river in may')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(url => !url.pathname.includes('setup'))
  await fill()
  await page.goto(`${served.url}/contacts?sort=last_name`)
  await row('Lovelace 00000').waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function opened() {
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(30_000)
  fresh.on('pageerror', error => broken.push(error.message))
  return fresh
}

async function fill() {
  const ids: string[] = []
  for (let from = 0; from < many; from += 1000) {
    const drafts = Array.from({ length: 1000 }, (_, at) => ({
      first_name: 'Ada',
      last_name: `Lovelace ${String(from + at).padStart(5, '0')}`,
    }))
    ids.push(...(await asSystem(served.kernel, ctx => ctx.create(contact, drafts))).map(({ id }) => id))
  }
  for (const id of ids.slice(0, 2)) await make(served.kernel, deal, { contact: id })
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const status = (name: string) => row(name).locator('[data-field="status"]')
const card = () => page.getByRole('region', { name: 'What is being done to many records' })
const bar = () => page.getByRole('toolbar')

async function chooseAll() {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await bar().waitFor()
}
async function setStatus(to: string) {
  await chooseAll()
  await bar().getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: to }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}
const countOf = async (condition: ReturnType<typeof sql>) => {
  const { db } = served.kernel.database
  const { rows } = await sql<{ n: number }>`select count(*) as n from contacts where ${condition}`.execute(db)
  return rows[0]?.n
}
const holding = (value: string) => countOf(sql`status = ${value} and deleted_at is null`)

test('ten thousand are changed while one looks on, and taken back', async () => {
  await setStatus('Customer')
  await card().getByText('of 10,000').waitFor()
  await card().getByRole('progressbar').waitFor()
  await page.getByText('10,000 changed').waitFor()
  expect(await holding('customer')).toBe(many)
  await status('Lovelace 00000').getByText('Customer').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await card().getByRole('heading', { name: 'Taking back: Contacts' }).waitFor()
  await page.getByText('10,000 taken back').waitFor()
  expect(await holding('lead')).toBe(many)
  await status('Lovelace 00000').getByText('Lead').waitFor()
}, 120_000)

test('what refuses stays as it is, and one is told how many and why', async () => {
  await chooseAll()
  await bar().getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await card().getByText('9,998 removed, 2 refused').waitFor()
  expect(await countOf(sql`deleted_at is null`)).toBe(2)
  await row('Lovelace 00001').waitFor()
  expect.soft(await look(page, 'bulk-refused')).toEqual([])
  await card().getByRole('link', { name: 'Show 2' }).click()
  await page.getByText('2 in all').waitFor()
  await card().getByRole('button', { name: 'Undo' }).click()
  await page.getByText('9,998 taken back').waitFor()
  expect(await countOf(sql`deleted_at is null`)).toBe(many)
  await page.goto(`${served.url}/contacts?sort=last_name`)
  await row('Lovelace 00000').waitFor()
}, 180_000)

test('stopped half way, it says how far it came, and that is what is there', async () => {
  await setStatus('Prospect')
  await card().getByRole('button', { name: 'Cancel' }).click()
  const heading = card().getByRole('heading', { name: /^Stopped: [\d,]+ changed$/ })
  await heading.waitFor()
  const changed = Number(((await heading.textContent()) ?? '').replace(/\D/g, ''))
  expect(changed).toBeLessThan(many)
  expect(await holding('prospect')).toBe(changed)
  await card().getByRole('button', { name: 'Undo' }).click()
  await page.getByText(`${changed.toLocaleString('en')} taken back`).waitFor()
  expect(await holding('prospect')).toBe(0)
}, 120_000)

test('a closed tab stops nothing, and the next one says how it ended', async () => {
  await setStatus('Customer')
  await card().getByText('of 10,000').waitFor()
  await page.close()
  page = await opened()
  await page.goto(`${served.url}/contacts?sort=last_name`)
  await page.getByText('10,000 changed').waitFor()
  expect(await holding('customer')).toBe(many)
}, 120_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})
