// A list in groups: what each comes to, by currency; closed and opened by keyboard; in the address, in a view, on a phone.

import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deal } from '#modules/sales/deal.ts'
import { make } from '../factories.ts'
import { asSystem } from '../kernel.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let page: Page
const broken: string[] = []
const won = 230

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 860 } })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', error => broken.push(error.message))
  await page.goto(`${served.url}/setup`)
  await page.getByLabel('Your name', { exact: true }).fill('Maya Chen')
  await page.getByLabel('E-mail', { exact: true }).fill('maya@northwind.example')
  await page.getByLabel('Company', { exact: true }).fill('Northwind')
  await page.getByLabel('Password', { exact: true }).fill('a quiet river in may')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(url => !url.pathname.includes('setup'))
  await fill()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function fill() {
  const { stage, pipeline } = await make(served.kernel, deal, { title: 'Vans', value: money('10.00', 'EUR') })
  const drafts = [
    { title: 'Presses', value: money('20.00', 'EUR') },
    { title: 'Robots', value: money('5.00', 'USD') },
    ...Array.from({ length: won }, (_, at) => ({ title: `Ink ${String(at).padStart(3, '0')}`, value: null })),
    { title: 'Paper', value: money('7.00', 'EUR') },
  ]
  await asSystem(served.kernel, ctx =>
    ctx.create(
      deal,
      drafts.map(draft => ({ ...draft, stage, pipeline })),
    ),
  )
  const { db } = served.kernel.database
  await sql`update deals set status = case when title like 'Ink%' then 'won' when title = 'Paper' then 'lost' else 'open' end`.execute(
    db,
  )
}
const money = (amount: string, currency: string) => ({ amount, currency })

const line = (key: string) => page.locator(`[data-group='"${key}"']`)
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('each group says how many there are and what they come to, no two currencies in one sum', async () => {
  await page.goto(`${served.url}/deals?sort=title&columns=id,stage,value,status`)
  await row('Ink 000').waitFor()
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Status' }).click()
  await page.waitForURL(/group=status/)
  await line('open').getByText('€30').waitFor()
  await line('open').getByText('$5').waitFor()
  expect(await line('open').textContent()).toMatch(/^Open3€30·\$5$/)
  expect(await line('won').textContent()).toMatch(/^Won230/)
  await row('Presses').waitFor()
  await page.getByText('234 in all').waitFor()
  expect.soft(await look(page, 'groups')).toEqual([])
}, 120_000)

test('the keyboard closes a group, opens it, and goes through to the last row of the last', async () => {
  await page.getByRole('grid').focus()
  await press('Control+Home', 'Enter')
  await row('Presses').waitFor({ state: 'detached' })
  await line('won').waitFor()
  await press('ArrowRight')
  await row('Presses').waitFor()
  await press('ArrowLeft', 'ArrowDown')
  await expect
    .poll(
      async () => {
        await press('Control+End')
        return row('Paper').count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await press('Control+Home', 'ArrowRight')
  await row('Vans').waitFor()
}, 60_000)

test('the box of a group takes all that is in it, on no page yet too, but for those that one takes out', async () => {
  const bar = page.getByRole('toolbar')
  const box = (key: string) => line(key).getByRole('checkbox')
  const chosen = (count: number) => bar.getByText(`${count} chosen`, { exact: true })
  await box('won').click()
  await chosen(won).waitFor()
  await row('Ink 001').getByRole('checkbox').click()
  await row('Vans').getByRole('checkbox').click()
  await chosen(won).waitFor()
  const isSome = (node: SVGElement | HTMLElement) => (node as HTMLInputElement).indeterminate
  expect([await box('won').evaluate(isSome), await box('open').evaluate(isSome)]).toEqual([true, true])
  expect.soft(await look(page, 'groups-chosen')).toEqual([])
  const file = page.waitForEvent('download')
  await bar.getByRole('button', { name: 'Export' }).click()
  const text = await readFile(await (await file).path(), 'utf8')
  const titles = text.trim().split(/\r?\n/).slice(1)
  expect(titles).toHaveLength(won)
  expect(titles.filter(one => /Vans|Ink 229/.test(one))).toHaveLength(2)
  expect(titles.some(one => /Ink 001|Presses|Paper/.test(one))).toBe(false)
  await page.getByRole('grid').focus()
  await press('Control+Home', 'Shift+Space')
  await chosen(won + 2).waitFor()
  await press('Escape')
  await bar.waitFor({ state: 'detached' })
}, 60_000)

test('which groups are closed stands in the address', async () => {
  await line('open').getByRole('button', { name: 'Close the group Open' }).click()
  await page.waitForURL(/closed=/)
  await page.reload()
  await line('won').waitFor()
  await line('open').getByRole('button', { name: 'Open the group Open' }).waitFor()
  expect(await row('Vans').count()).toBe(0)
  await line('open').getByRole('button', { name: 'Open the group Open' }).click()
  await row('Vans').waitFor()
  expect(new URL(page.url()).searchParams.has('closed')).toBe(false)
}, 60_000)

test('a value that changes changes what its group comes to', async () => {
  await row('Presses').locator('[data-field="value"]').dblclick()
  const amount = page.locator('[data-editing] input').first()
  await amount.fill('120')
  await press('Enter')
  await line('open').getByText('€130').waitFor()
}, 60_000)

test('the foot says sums and averages, again by currency', async () => {
  const foot = page.locator('footer')
  await foot.getByRole('button', { name: 'Totals' }).click()
  await foot.getByText('€137').waitFor()
  await foot.getByText('$5').waitFor()
  await foot.getByRole('button', { name: 'Sum' }).click()
  await foot.getByText('€45.67').waitFor()
}, 60_000)

test('a view keeps the groups', async () => {
  await page.getByRole('button', { name: 'Save as new' }).click()
  await page.getByLabel('Name of the view').fill('By status')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(url => url.searchParams.has('view') && !url.searchParams.has('group'))
  await page.reload()
  await line('won').waitFor()
  await page.getByRole('button', { name: 'Group: Status' }).click()
  await page.getByRole('menuitemradio', { name: 'No groups' }).click()
  await row('Ink 001').waitFor()
  await line('won').waitFor({ state: 'detached' })
}, 60_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})

test('sums that are too long for the column are whole for who hears them, or rests on them', async () => {
  await make(served.kernel, deal, { title: 'Ink abroad', value: money('2500000.00', 'GBP') })
  await page.goto(`${served.url}/deals?sort=title&columns=id,stage,value,status&group=status`)
  await line('open').getByText('+2').waitFor()
  const whole = line('open').getByTitle(/£2,500,000/)
  expect(await whole.getAttribute('title')).toMatch(/^€.* · .* · .*$/)
  expect(await whole.locator('.unseen').textContent()).toBe(await whole.getAttribute('title'))
}, 60_000)
