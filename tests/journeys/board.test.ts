// The board: columns with what they come to; a card moved by mouse and by keyboard, refused, and dropped on what it offers.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let page: Page
let moving: string
const broken: string[] = []

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 860 } })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', error => broken.push(error.message))
  page.on('response', response => response.status() >= 500 && broken.push(`${response.status()} ${response.url()}`))
  const owner = { name: 'Maya Chen', email: 'maya@northwind.example', company_name: 'Northwind' }
  await post('setup', { ...owner, password: 'a quiet river in may', currency: 'EUR', language: 'en' })
  const pipeline = await post('pipelines', { name: 'New business' })
  const [demo, offer] = [
    await post('stages', { pipeline, name: 'Demo', place: 1, probability: 40 }),
    await post('stages', { pipeline, name: 'Offer', place: 2, probability: 60 }),
  ]
  await post('lost_reasons', { name: 'Too dear', about: 'price' })
  const deal = (title: string, stage: string, amount: string, currency: string) =>
    post('deals', { title, stage, value: { amount, currency }, close_date: '2026-12-19' })
  moving = await deal('Fleet plan', demo, '120000', 'EUR')
  await deal('Pilot', demo, '9000', 'USD')
  await deal('Renewal', offer, '38000', 'EUR')
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function post(path: string, data: object) {
  const answer = await page.request.post(`${served.url}/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { id: string }).id
}
const column = (name: string) => page.getByRole('region', { name, exact: true })
const card = (title: string, on: ReturnType<typeof column>) => on.getByRole('link', { name: title, exact: true })

test('columns say how many and how much, each currency for itself', async () => {
  await page.goto(`${served.url}/deals`)
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.waitForURL('**/deals/board')
  await card('Fleet plan', column('Demo')).waitFor()
  for (const text of ['€120,000', '$9,000']) await column('Demo').getByRole('paragraph').getByText(text).waitFor()
  expect.soft(await look(page, 'board')).toEqual([])
}, 120_000)

test('a card is dragged with the mouse', async () => {
  const from = await card('Fleet plan', column('Demo')).boundingBox()
  const to = await column('Offer').boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 160, { steps: 6 })
  await page.getByRole('region', { name: 'What else can be done' }).getByText('Mark as won').waitFor()
  expect.soft(await look(page, 'board-drag')).toEqual([])
  await page.mouse.move(to.x + 60, to.y + 160)
  await page.mouse.up()
  await card('Fleet plan', column('Offer')).waitFor()
  await page.getByText('Fleet plan is in Offer now').waitFor()
  await column('Offer').getByText('€158,000').waitFor()
}, 120_000)

test('and carried back by the keyboard, with focus going along', async () => {
  await card('Fleet plan', column('Offer')).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.getByText('Fleet plan is held over Demo').waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  expect(await card('Fleet plan', column('Offer')).count()).toBe(1)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await card('Fleet plan', column('Demo')).waitFor()
  await expect
    .poll(() => card('Fleet plan', column('Demo')).evaluate(link => link === document.activeElement))
    .toBe(true)
}, 120_000)

test('a move that is refused goes back and says why', async () => {
  await page.request.post(`${served.url}/api/deals/${moving}/win`, { data: {} })
  await card('Fleet plan', column('Demo')).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await page.getByText(/Somebody changed this after you read it|This deal is won or lost already/).waitFor()
  expect(await card('Fleet plan', column('Offer')).count()).toBe(0)
}, 120_000)

test('what the object offers is a place to drop, and asks there what it needs', async () => {
  await card('Pilot', column('Demo')).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  const dialog = page.getByRole('dialog', { name: 'Mark as lost' })
  await dialog.getByLabel('Reason').click()
  await page.getByRole('option', { name: 'Too dear' }).click()
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await card('Pilot', column('Demo')).waitFor({ state: 'detached' })
}, 120_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})
