// The board: columns with what they come to; a card moved by mouse and by keyboard, refused, and dropped on what it offers.

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
let moving: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  const pipeline = await maya.make('pipelines', { name: 'New business' })
  const [demo, offer] = [
    await maya.make('stages', { pipeline, name: 'Demo', place: 1, probability: 40 }),
    await maya.make('stages', { pipeline, name: 'Offer', place: 2, probability: 60, most: 1 }),
  ]
  await maya.make('lost_reasons', { name: 'Too dear', about: 'price' })
  const deal = (title: string, stage: string, amount: string, currency: string) =>
    maya.make('deals', { title, stage, value: { amount, currency }, close_date: '2026-12-19' })
  moving = await deal('Fleet plan', demo, '120000', 'EUR')
  await deal('Pilot', demo, '9000', 'USD')
  await deal('Renewal', offer, '38000', 'EUR')
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const column = (name: string) => page.getByRole('region', { name, exact: true })
const card = (title: string, on: ReturnType<typeof column>) => on.getByRole('link', { name: title, exact: true })

test('columns say how many and how much, each currency for itself', async () => {
  await page.goto(`${served.url}/deals`)
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.waitForURL('**/deals/board')
  await card('Fleet plan', column('Demo')).waitFor()
  for (const text of ['€120,000', '$9,000']) await column('Demo').getByRole('paragraph').getByText(text).waitFor()
  await page.getByText('€158,000 + $9,000').waitFor()
  await page.getByText('€70,800 + $3,600 weighted').waitFor()
  await column('Offer').getByText('1 / 1').waitFor()
  expect.soft(await look(page, 'board')).toEqual([])
}, 120_000)

test('what narrows the list narrows the board, and goes along from one to the other', async () => {
  const chip = page.getByRole('button', { name: 'Change the condition: Title contains “Fleet”' })
  await page.goto(`${served.url}/deals/board?where=${encodeURIComponent('{"title":{"contains":"Fleet"}}')}`)
  await chip.waitFor()
  await card('Fleet plan', column('Demo')).waitFor()
  expect(await card('Pilot', column('Demo')).count()).toBe(0)
  await column('Offer').getByText('Nothing here').waitFor()
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await chip.waitFor()
  await page.getByRole('rowheader').getByText('Fleet plan').waitFor()
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.getByRole('button', { name: 'Remove the condition: Title contains “Fleet”' }).click()
  await page.getByLabel('Search in Deals').fill('pilot')
  await card('Pilot', column('Demo')).waitFor()
  await card('Fleet plan', column('Demo')).waitFor({ state: 'detached' })
  await page.waitForURL(/q=pilot/)
  await page.getByLabel('Search in Deals').fill('')
  await card('Fleet plan', column('Demo')).waitFor()
}, 120_000)

test('a view remembers that it is a board, and by what', async () => {
  await page.getByRole('button', { name: 'Columns by: Stage' }).click()
  await page.getByRole('menuitemradio', { name: 'Status' }).click()
  await card('Pilot', column('Open')).waitFor()
  await column('Won').getByText('Cards are not moved here by hand').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Save as new' }).click()
  await page.getByLabel('Name of the view').fill('By status')
  await page.keyboard.press('Enter')
  await page.waitForURL(/board\?view=/)
  const views = page.getByRole('navigation', { name: 'Views' })
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await page.getByRole('rowheader').getByText('Pilot').waitFor()
  await views.getByRole('button', { name: 'All', exact: true }).click()
  await page.waitForURL(/deals\?view=all/)
  await views.getByRole('button', { name: 'By status', exact: true }).click()
  await page.waitForURL(/board\?view=/)
  await card('Pilot', column('Open')).waitFor()
  expect(await page.getByText('Changed').count()).toBe(0)
}, 120_000)

test('how many should stand in a column is said for any field, and a view keeps it', async () => {
  const limit = (text: string) => column('Open').getByRole('button', { name: `${text}, At most: Open` })
  await limit('3').click()
  await page.getByRole('textbox', { name: 'At most' }).fill('2')
  await page.keyboard.press('Enter')
  await limit('3 / 2').waitFor()
  expect.soft(await look(page, 'board-limit')).toEqual([])
  await page.getByText('Changed').first().waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(url => !url.searchParams.has('most'))
  await page.reload()
  await limit('3 / 2').click()
  await page.getByRole('button', { name: 'No limit' }).click()
  await limit('3').waitFor()
  await page.goto(`${served.url}/deals/board`)
  await column('Offer').getByText('1 / 1').waitFor()
  expect(
    await column('Offer')
      .getByRole('button', { name: /At most/ })
      .count(),
  ).toBe(0)
  await card('Pilot', column('Demo')).waitFor()
}, 120_000)

test('an address with a view that is gone says so, and offers what there is', async () => {
  for (const path of ['deals', 'deals/board']) {
    await page.goto(`${served.url}/${path}?view=01900000-0000-7000-8000-000000000000`)
    await page.getByText('This view is not there any more').waitFor()
    expect(await page.getByText('Pilot', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Show all Deals' }).click()
    await page.getByText('Pilot', { exact: true }).first().waitFor()
  }
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

test('and back with a finger that has rested on it', async () => {
  const hand = await page.context().newCDPSession(page)
  await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  // Where it rests, and not where it passes on its way from the test before.
  await card('Fleet plan', column('Offer')).click({ trial: true })
  const from = await card('Fleet plan', column('Offer')).boundingBox()
  const to = await column('Demo').boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await touch('touchStart', from.x + 20, from.y + 8)
  await page.getByRole('region', { name: 'What else can be done' }).waitFor()
  for (const part of [0.3, 0.6, 1]) await touch('touchMove', from.x + (to.x + 60 - from.x) * part, to.y + 160)
  await page.getByText('Fleet plan is held over Demo').waitFor({ state: 'attached' })
  await touch('touchEnd', 0, 0)
  await hand.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await page.getByText('Fleet plan is in Demo now').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await card('Fleet plan', column('Offer')).waitFor()
  await column('Offer').getByText('2 / 1').waitFor()
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

test('at the edge the board comes along with the card that is held', async () => {
  await page.setViewportSize({ width: 560, height: 800 })
  const from = await card('Fleet plan', column('Demo')).boundingBox()
  if (!from) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(545, from.y + 40, { steps: 4 })
  await page.getByText('Fleet plan is held over Offer').waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('[data-board]').evaluate(board => board.scrollLeft)).toBeGreaterThan(100)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await card('Fleet plan', column('Demo')).waitFor()
  await page.setViewportSize({ width: 1440, height: 860 })
}, 60_000)

test('a card says what comes next, and nothing planned is said, too', async () => {
  await card('Pilot', column('Demo')).waitFor()
  await column('Demo').getByText('No next step').first().waitFor()
  await maya.make('tasks', { title: 'Call them', due_date: '2020-01-31', about: [{ object: 'deal', id: moving }] })
  const step = column('Demo').locator('[data-due="overdue"]')
  await step.getByText('Call them').waitFor()
  await step.getByText(/Jan.* 2020/).waitFor()
}, 60_000)

test('in French', async () => {
  await page.request.patch(`${served.url}/api/me`, { data: { language: 'fr' } })
  await page.reload()
  await page.getByRole('button', { name: 'Filtrer', exact: true }).waitFor()
  await page.getByText('pondéré').waitFor()
  await page.getByRole('button', { name: 'Colonnes selon : Étape' }).waitFor()
  expect.soft(await look(page, 'board-fr')).toEqual([])
  await page.request.patch(`${served.url}/api/me`, { data: { language: 'en' } })
  await page.reload()
  await card('Fleet plan', column('Demo')).waitFor()
}, 120_000)

test('a move that is refused goes back and says why', async () => {
  const from = await card('Fleet plan', column('Demo')).boundingBox()
  const to = await column('Offer').boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 160, { steps: 6 })
  await page.request.post(`${served.url}/api/deals/${moving}/win`, { data: {} })
  await page.mouse.up()
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
  expect(maya.broken).toEqual([])
})
