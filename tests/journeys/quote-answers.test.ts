// What else becomes of a quote: it gets a new version, its customer declines it, and its last day passes.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from '#kernel/server/jobs/run-job.ts'
import { quoteToken } from '../../modules/sales/server/quotes/link.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page
let visit: Page
let deal: string
const number = `Q-${new Date().getFullYear()}-0001`

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  const pipeline = await maya.make('pipelines', { name: 'Sales' })
  const stage = await maya.make('stages', { pipeline, name: 'Proposal', probability: 40 })
  const contact = await maya.make('contacts', { first_name: 'Zoé', last_name: 'Łuczak' })
  deal = await maya.make('deals', { title: 'Fleet renewal', stage, contact })
  const euro = (amount: string) => ({ amount, currency: 'EUR' })
  await maya.make('deal_lines', { deal, name: 'Setup', unit_price: euro('450'), tax: 20 })
  await maya.make('deal_lines', { deal, name: 'Books', unit_price: euro('100'), tax: 5.5, discount_amount: euro('10') })
  visit = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })).newPage()
  visit.setDefaultTimeout(15_000)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
const quotes = () => page.getByRole('list', { name: 'Quotes' }).getByRole('listitem')

/** The newest comes first. */
async function latest() {
  const where = encodeURIComponent(JSON.stringify({ deal }))
  const { rows } = await maya.read(`quotes?where=${where}&sort=-created_at`)
  return (rows as readonly { readonly id: string; readonly number: string | null; readonly status: string }[])[0]
}

async function choose(action: string) {
  await quotes().first().getByRole('button', { name: 'More about Fleet renewal' }).click()
  await page.getByRole('menuitem', { name: action }).click()
  const dialog = page.getByRole('dialog', { name: action })
  await dialog.getByRole('button', { name: action }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function send() {
  await button('Send').click()
  const dialog = page.getByRole('dialog', { name: 'Send' })
  await dialog.getByLabel('Send no mail').check()
  await dialog.getByRole('button', { name: 'Send' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function open(id = '') {
  await visit.goto('about:blank')
  await visit.goto(`${served.url}/quote/#${quoteToken(served.kernel.secrets, id)}`)
}

test('a new version takes the place of the one that was sent, which no longer holds', async () => {
  await page.goto(`${served.url}/deals/${deal}?tab=quotes`)
  await button('Make a quote').last().click()
  await quotes().first().waitFor()
  await send()
  await quotes().first().getByText(number).waitFor()
  const first = await latest()
  await choose('Revise')
  await page.getByText('Version 2').waitFor()
  expect(await quotes().count()).toBe(2)
  await quotes().last().getByText('Withdrawn').waitFor()
  expect.soft(await look(page, 'quote-revised')).toEqual([])
  await open(first?.id)
  await visit.getByRole('heading', { name: 'No longer valid' }).waitFor()
  expect(await visit.getByText('Setup').count()).toBe(0)
  expect.soft(await look(visit, 'quote-withdrawn')).toEqual([])
  await send()
  await quotes().first().getByText(`${number}-v2`).waitFor()
}, 120_000)

test('its tax is told by rate', async () => {
  await open((await latest())?.id)
  await visit.getByRole('heading', { name: 'Fleet renewal', level: 1 }).waitFor()
  const rate = (name: string) => {
    const head = visit.getByRole('rowheader', { name, exact: true })
    return visit.getByRole('row').filter({ has: head }).getByRole('cell').allTextContents()
  }
  expect(await rate('20% tax')).toEqual(['€450.00', '€90.00', ''])
  expect(await rate('5.5% tax')).toEqual(['€90.00', '€4.95', ''])
  await visit.getByText('€10.00 off').waitFor()
  expect.soft(await look(visit, 'quote-rates')).toEqual([])
}, 60_000)

test('its customer declines it and says why, and whoever sells reads it', async () => {
  await visit.setViewportSize({ width: 390, height: 844 })
  await button('Decline this quote', visit).click()
  await visit.getByLabel('Why, if you like to say').fill('Too dear for this year')
  expect.soft(await look(visit, 'quote-declining')).toEqual([])
  await button('Decline', visit).click()
  await visit.getByText('You declined this quote on').waitFor()
  expect(await button('Accept', visit).count()).toBe(0)
  await quotes().first().getByText('Declined').waitFor({ timeout: 20_000 })
  expect((await maya.read(`deals/${deal}`)).status).toBe('open')
  await quotes().first().getByRole('link', { name: 'Fleet renewal', exact: true }).click()
  await page.getByText('Too dear for this year').first().waitFor()
  // What was done just before may still be offered at the foot of the page.
  const story = page.getByRole('region', { name: 'Timeline' })
  expect(await story.getByRole('button', { name: 'Undo' }).count()).toBe(0)
  expect.soft(await look(page, 'quote-declined')).toEqual([])
  await page.goBack()
}, 120_000)

test('after its last day it is not accepted any more, and it is revised into one that holds', async () => {
  await choose('Revise')
  await page.getByText('Version 3').waitFor()
  await send()
  const last = await latest()
  // Its last day goes by.
  await served.kernel.database.db
    .updateTable('quotes' as never)
    .set({ valid_until: '2026-01-01' } as never)
    .where('id' as never, '=', last?.id as never)
    .execute()
  await open(last?.id)
  await visit.getByText('Ask us for a new one.').waitFor()
  expect(await button('Accept', visit).count()).toBe(0)
  expect.soft(await look(visit, 'quote-expired')).toEqual([])
  await atNight('quote.expire')
  await quotes().first().getByText('Expired').waitFor({ timeout: 20_000 })
  expect.soft(await look(page, 'deal-quote-expired')).toEqual([])
  await choose('Revise')
  await page.getByText('Version 4').waitFor()
}, 120_000)

async function atNight(name: string) {
  const { kernel } = served
  const job = kernel.behaviours.jobs.find(one => one.name === name)
  if (!job) throw new Error(`There is no job ${name}.`)
  const signal = new AbortController().signal
  await runJob(job)(kernel, { id: kernel.newId(), data: {}, attempt: 0, signal, finish: async () => {} })
}

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
