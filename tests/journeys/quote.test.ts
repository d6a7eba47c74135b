// From what is sold to a deal that is won: lines written by keyboard, a quote made of them and sent, opened by somebody
// who has the link and no account, and accepted with name and signature.

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quoteToken } from '../../modules/sales/server/quotes/link.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page
let deal: string
const number = `Q-${new Date().getFullYear()}-0001`

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  const pipeline = await maya.make('pipelines', { name: 'Sales' })
  const stage = await maya.make('stages', { pipeline, name: 'Proposal', probability: 40 })
  const euro = (amount: string) => ({ amount, currency: 'EUR' })
  const partners = await maya.make('price_lists', { name: 'Partners' })
  const seat = await maya.make('products', {
    name: 'Team licence',
    unit: 'seat',
    price: euro('39'),
    tax: 20,
    recurring: 'month',
  })
  await maya.make('product_prices', { price_list: partners, product: seat, price: euro('35') })
  await maya.make('products', { name: 'Training', unit: 'day', price: euro('740'), tax: 20 })
  const company = await maya.make('companies', { name: 'Vistula Robotics' })
  const contact = await maya.make('contacts', {
    first_name: 'Zoé',
    last_name: 'Łuczak',
    company,
    email: 'zoe@vistula.example',
  })
  deal = await maya.make('deals', { title: 'Fleet renewal', stage, contact, company, price_list: partners })
  await page.request.patch(`${served.url}/api/settings`, {
    data: {
      letterhead_address: '12 rue des Lilas\n69003 Lyon',
      letterhead_foot: 'Northwind SAS · SIRET 123 456 789 00012',
    },
  })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const lines = () => page.getByRole('region', { name: 'Products' })
const cell = (label: string) => lines().getByLabel(label, { exact: true })
const isHere = (at: Locator) => at.evaluate(element => element === document.activeElement)
const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
const total = async (text: string) =>
  lines()
    .getByRole('row', { name: /In all/ })
    .getByText(text, { exact: true })
    .waitFor()

test('lines are written by keyboard: a product brings its price, and the sums go along', async () => {
  await page.goto(`${served.url}/deals/${deal}?tab=products`)
  await lines().getByText('Begin to type').waitFor()
  expect.soft(await look(page, 'deal-products-empty')).toEqual([])
  await cell('Add a product, or write what you sell').focus()
  await page.keyboard.type('team')
  await page.getByRole('option', { name: 'Team licence' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // The price is that of the deal's price list, and the cursor stands where one goes on.
  await expect.poll(() => cell('Price: Team licence').inputValue()).toBe('35')
  await expect.poll(() => isHere(cell('Quantity: Team licence'))).toBe(true)
  await page.keyboard.type('48')
  await total('€24,192')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('10')
  await total('€21,772.80')
  await page.keyboard.press('Enter')
  await expect.poll(() => isHere(cell('Add a product, or write what you sell'))).toBe(true)
  await page.keyboard.type('Data import')
  await page.keyboard.press('Enter')
  await expect.poll(() => isHere(cell('Quantity: Data import'))).toBe(true)
  await cell('Price: Data import').focus()
  await page.keyboard.type('450,50')
  await page.keyboard.press('Escape')
  expect(await cell('Price: Data import').inputValue()).toBe('')
  await page.keyboard.type('450.50')
  await page.keyboard.press('Tab')
  await total('€22,223.30')
  await cell('Amount off: Data import').focus()
  await page.keyboard.type('50.50')
  await total('€22,172.80')
  await page.keyboard.press('Tab')
  await expect
    .poll(async () => (await maya.read(`deals/${deal}`)).value)
    .toEqual({ amount: '18544.00', currency: 'EUR' })
  expect.soft(await look(page, 'deal-products-reduced')).toEqual([])
  await cell('Amount off: Data import').fill('')
  await page.keyboard.press('Tab')
  await total('€22,223.30')
  // What the page reckoned is what the server says.
  await expect
    .poll(async () => (await maya.read(`deals/${deal}`)).value)
    .toEqual({ amount: '18594.50', currency: 'EUR' })
  expect.soft(await look(page, 'deal-products')).toEqual([])
}, 120_000)

test('they are put in order and removed', async () => {
  const handle = lines().getByRole('button', { name: 'Move Data import', exact: true })
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await expect
    .poll(async () => {
      const where = encodeURIComponent(JSON.stringify({ deal }))
      const { rows } = await maya.read(`deal_lines?where=${where}&sort=place`)
      return (rows as readonly { readonly name: string }[]).map(({ name }) => name)
    })
    .toEqual(['Data import', 'Team licence'])
  await cell('Quantity: Data import').focus()
  await button('Remove Data import').click()
  await total('€21,772.80')
  await page.getByRole('alert').or(page.getByRole('status')).getByText('Undo').first().waitFor()
  await button('Undo').click()
  await total('€22,223.30')
}, 120_000)

let link: string
const ours = () => page.getByRole('list', { name: 'Quotes' }).getByRole('link', { name: 'Fleet renewal', exact: true })

test('a quote is made of them and sent', async () => {
  await page.getByRole('link', { name: 'Quotes', exact: true }).last().click()
  await page.getByText('No quote yet').waitFor()
  expect.soft(await look(page, 'deal-quotes-empty')).toEqual([])
  await button('Make a quote').last().click()
  await ours().waitFor()
  await button('Send').click()
  const dialog = page.getByRole('dialog', { name: 'Send' })
  await dialog.getByLabel('Message').fill('As promised, Zoé.')
  expect.soft(await look(page, 'quote-send')).toEqual([])
  await dialog.getByRole('button', { name: 'Send' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(number).first().waitFor()
  await page.getByText('not opened yet').waitFor()
  expect.soft(await look(page, 'deal-quotes')).toEqual([])
  const sent = async () => {
    const { rows } = (await maya.read('outbox')) as {
      rows: readonly { readonly subject: string; readonly text: string; readonly recipients: string[] }[]
    }
    return rows.find(({ subject }) => subject === `Quote ${number}: Fleet renewal`)
  }
  await expect.poll(sent, { timeout: 30_000 }).toMatchObject({ recipients: ['zoe@vistula.example'] })
  const mail = await sent()
  expect(mail?.text).toContain('As promised, Zoé.')
  link = /https?:\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(link).toContain('/quote/#')
}, 120_000)

const here = () => link.replace(/^https?:\/\/[^/]+/, served.url)
let customer: BrowserContext
let visit: Page

test('it is opened without an account, and that is seen', async () => {
  customer = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 } })
  visit = await customer.newPage()
  visit.setDefaultTimeout(15_000)
  await visit.goto(here())
  await visit.getByRole('heading', { name: 'Fleet renewal', level: 1 }).waitFor()
  await visit.getByRole('cell', { name: '€22,223.30' }).first().waitFor()
  expect(await visit.title()).toBe(`Quote ${number} · Northwind`)
  expect.soft(await look(visit, 'quote-open')).toEqual([])
  await page.getByText('opened', { exact: false }).first().waitFor()
  await expect.poll(async () => await page.getByText('not opened yet').count(), { timeout: 20_000 }).toBe(0)
}, 120_000)

test('it is had as PDF', async () => {
  const coming = visit.waitForEvent('download')
  await button('Download as PDF', visit).click()
  expect((await coming).suggestedFilename()).toBe(`${number}.pdf`)
}, 60_000)

test('it is accepted with a name and a signature, and the deal is won', async () => {
  await visit.setViewportSize({ width: 390, height: 844 })
  await visit.getByLabel('Your first and last name').fill('')
  await button('Accept', visit).click()
  await visit.getByRole('alert').getByText('Write your name.').waitFor()
  await visit.getByLabel('Your first and last name').fill('Zoé Łuczak')
  await visit.getByRole('radio', { name: 'Draw' }).check()
  await button('Accept', visit).click()
  await visit.getByRole('alert').getByText('Sign in the box').waitFor()
  const pad = visit.getByRole('img', { name: 'Sign here with a finger or the mouse' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('There is nowhere to sign.')
  await visit.mouse.move(box.x + 20, box.y + 50)
  await visit.mouse.down()
  for (let at = 0; at < 40; at++) await visit.mouse.move(box.x + 20 + at * 6, box.y + 50 + 30 * Math.sin(at / 4))
  await visit.mouse.up()
  expect.soft(await look(visit, 'quote-sign')).toEqual([])
  await button('Accept', visit).click()
  await visit.getByText('Zoé Łuczak accepted this quote on').waitFor()
  expect.soft(await look(visit, 'quote-accepted')).toEqual([])
  await expect.poll(async () => (await maya.read(`deals/${deal}`)).status).toBe('won')
  await page.getByText('by Zoé Łuczak').waitFor({ timeout: 20_000 })
  await ours().click()
  await page.getByText('Signed by Zoé Łuczak').waitFor()
  await page.getByText('The customer accepted').first().waitFor()
  expect(await button('Undo').count()).toBe(0)
  expect.soft(await look(page, 'quote-record')).toEqual([])
}, 120_000)

test('a link that leads nowhere says so, in the language of whoever came', async () => {
  await visit.goto('about:blank')
  await visit.goto(`${served.url}/quote/#${quoteToken(served.kernel.secrets, served.kernel.newId())}`)
  await visit.getByRole('heading', { name: 'Ce lien ne mène à aucun devis.' }).waitFor()
  expect.soft(await look(visit, 'quote-nowhere')).toEqual([])
}, 60_000)

test('the company says how its papers look and how quotes are numbered', async () => {
  await page.goto(`${served.url}/admin/company`)
  await page.getByLabel('Numbers').waitFor()
  expect.soft(await look(page, 'admin-letterhead')).toEqual([])
  await page.getByLabel('Numbers').fill('Offer')
  await button('Save').click()
  await page.getByText('Write one row of #').waitFor()
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
