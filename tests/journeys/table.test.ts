// The table of a list, by keyboard and in bulk: write in place, be refused, take it back, look beside, choose all, paste.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let page: Page
const broken: string[] = []
const many = 260

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 860 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', error => broken.push(error.message))
  await setUp()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function setUp() {
  await page.goto(`${served.url}/setup`)
  await page.getByLabel('Your name', { exact: true }).fill('Maya Chen')
  await page.getByLabel('E-mail', { exact: true }).fill('maya@northwind.example')
  await page.getByLabel('Company', { exact: true }).fill('Northwind')
  await page.getByLabel('Password', { exact: true }).fill('a quiet river in may')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(url => !url.pathname.includes('setup'))
  const company = await made('companies', { name: 'Atelier Brume' })
  const people = Array.from({ length: many }, (_, at) => ({
    first_name: 'Ada',
    last_name: `Lovelace ${String(at).padStart(3, '0')}`,
    email: `ada.${at}@engine.example`,
    company: at % 2 ? company.id : null,
  }))
  await made('contacts', people)
  await page.goto(`${served.url}/contacts?sort=last_name`)
  await row('Lovelace 000').waitFor()
}

const made = async (plural: string, data: object) =>
  (await (await page.request.post(`${served.url}/api/${plural}`, { data })).json()) as { id: string }
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const cell = (name: string, field: string) => row(name).locator(`[data-field="${field}"]`)
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const stored = async (name: string) => {
  const where = JSON.stringify({ last_name: name })
  const answer = await page.request.get(`${served.url}/api/contacts?where=${encodeURIComponent(where)}`)
  return ((await answer.json()) as { rows: Record<string, unknown>[] }).rows[0]
}

test('draws only what is in sight, and fetches on as one goes down', async () => {
  await page.getByText('260 in all').waitFor()
  expect(await page.locator('[data-record]').count()).toBeLessThan(80)
  await press('j')
  await expect
    .poll(async () => {
      await press('Control+End')
      return row('Lovelace 259').count()
    })
    .toBe(1)
  await press('Control+Home')
  await row('Lovelace 000').waitFor()
  expect.soft(await look(page, 'table')).toEqual([])
}, 120_000)

test('one comes back to where one left', async () => {
  const scrolled = () => page.getByRole('grid').evaluate(({ parentElement }) => parentElement?.scrollTop ?? 0)
  await page.getByRole('grid').focus()
  await expect
    .poll(async () => {
      await press('Control+End')
      return row('Lovelace 259').count()
    })
    .toBe(1)
  const left = await scrolled()
  expect(left).toBeGreaterThan(5000)
  await row('Lovelace 255').getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Ada Lovelace 255' }).waitFor()
  await page.goBack()
  await row('Lovelace 259').waitFor()
  expect(await scrolled()).toBe(left)
  await page.getByRole('grid').focus()
  await press('Control+Home')
  await row('Lovelace 000').waitFor()
}, 60_000)

test('a cell is written with the keyboard alone', async () => {
  await page.getByRole('grid').focus()
  await press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await page.keyboard.type('countess@engine.example')
  await press('Enter')
  await cell('Lovelace 000', 'email').getByText('countess@engine.example').waitFor()
  await expect.poll(async () => (await stored('Lovelace 000'))?.email).toBe('countess@engine.example')
  await press('Enter', 'Escape')
  expect(await page.getByRole('grid').evaluate(grid => grid === document.activeElement)).toBe(true)
}, 60_000)

test('what is refused goes back, and says why', async () => {
  await press('F2')
  await page.keyboard.type('no address')
  await press('Enter')
  await page.getByRole('alert').getByText('Write an address').waitFor()
  await cell('Lovelace 001', 'email').getByText('ada.1@engine.example').waitFor()
  expect((await stored('Lovelace 001'))?.email).toBe('ada.1@engine.example')
  await press('ArrowUp', 'F2')
  expect(await cell('Lovelace 001', 'email').getByRole('textbox').inputValue()).toBe('no address')
  await press('Escape')
  expect.soft(await look(page, 'table-refused')).toEqual([])
}, 60_000)

test('who wrote a cell over that somebody else changed meanwhile decides which stands', async () => {
  const { id = '' } = (await stored('Lovelace 005')) ?? {}
  const theirs = async (data: object) => await page.request.patch(`${served.url}/api/contacts/${id}`, { data })
  await cell('Lovelace 005', 'email').click()
  await press('F2')
  await theirs({ email: 'theirs@engine.example' })
  await cell('Lovelace 005', 'email').getByRole('textbox').fill('mine@engine.example')
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Somebody changed this at the same time' })
  await dialog.getByText('theirs@engine.example').waitFor()
  expect((await stored('Lovelace 005'))?.email).toBe('theirs@engine.example')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await stored('Lovelace 005'))?.email).toBe('mine@engine.example')
  await cell('Lovelace 005', 'email').click()
  await press('F2')
  await theirs({ position: 'Countess' })
  await cell('Lovelace 005', 'email').getByRole('textbox').fill('both@engine.example')
  await press('Enter')
  await expect.poll(async () => (await stored('Lovelace 005'))?.email).toBe('both@engine.example')
  expect((await stored('Lovelace 005'))?.position).toBe('Countess')
}, 60_000)

test('Space looks beside, J goes on, and the address says so', async () => {
  await page.getByRole('grid').focus()
  await press('Control+Home', 'Space')
  await page.waitForURL(/peek=/)
  await page.getByRole('complementary').getByRole('heading', { name: 'Ada Lovelace 000' }).waitFor()
  await press('j')
  await page.getByRole('complementary').getByRole('heading', { name: 'Ada Lovelace 001' }).waitFor()
  expect.soft(await look(page, 'table-peek')).toEqual([])
  await page.reload()
  await page.getByRole('complementary').getByRole('heading', { name: 'Ada Lovelace 001' }).waitFor()
  await page.getByRole('button', { name: 'Close the record' }).click()
  await page.getByRole('complementary').waitFor({ state: 'detached' })
}, 60_000)

test('all that is found is changed at once, and taken back at once', async () => {
  await page.getByRole('grid').focus()
  await press('Control+a')
  const bar = page.getByRole('toolbar')
  await bar.getByText('260 chosen').waitFor()
  await row('Lovelace 003').getByRole('checkbox').click()
  await bar.getByText('259 chosen').waitFor()
  expect.soft(await look(page, 'table-bulk')).toEqual([])
  await bar.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Field', { exact: true }).selectOption('Status')
  await dialog.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Customer' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('259 changed').waitFor()
  await cell('Lovelace 000', 'status').getByText('Customer').waitFor()
  await cell('Lovelace 003', 'status').getByText('Lead').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await cell('Lovelace 000', 'status').getByText('Lead').waitFor()
}, 120_000)

test('what is chosen is assigned to somebody', async () => {
  const { id } = await made('users', { name: 'Tomasz Lind', email: 'tomasz@northwind.example' })
  await row('Lovelace 000').getByRole('checkbox').click()
  await row('Lovelace 002')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar')
  await bar.getByText('3 chosen').waitFor()
  await bar.getByRole('button', { name: 'Assign' }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign: 3 chosen' })
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('tomasz')
  await page.getByRole('option', { name: 'Tomasz Lind' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('3 changed').waitFor()
  for (const name of ['Lovelace 000', 'Lovelace 002']) expect((await stored(name))?.owner_id).toBe(id)
  expect((await stored('Lovelace 003'))?.owner_id).not.toBe(id)
}, 60_000)

test('shift takes all between two', async () => {
  await row('Lovelace 002').getByRole('checkbox').click()
  await row('Lovelace 006')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await page.getByRole('toolbar').getByText('5 chosen').waitFor()
  await page.route('**/export.csv*', route => route.fulfill({ status: 500, body: 'broken' }))
  await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
  await page.getByRole('alert').filter({ hasText: 'makes no sense' }).waitFor()
  await press('Control+k')
  await page.getByRole('option', { name: 'Assign: 5 chosen' }).click()
  await page.getByRole('dialog', { name: 'Assign: 5 chosen' }).waitFor()
  await press('Escape')
  await page.getByRole('grid').focus()
  await press('Escape')
  await page.getByRole('toolbar').waitFor({ state: 'detached' })
}, 60_000)

test('a block goes to the clipboard and comes from it, names of records too', async () => {
  await cell('Lovelace 001', 'company').click()
  await press('Shift+ArrowRight', 'Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Atelier Brume\tLead')
  await page.evaluate(() => navigator.clipboard.writeText('Atelier Brume\tProspect\nAtelier Brume\tcustomer\n'))
  await cell('Lovelace 002', 'company').click()
  await press('Control+v')
  await cell('Lovelace 003', 'status').getByText('Customer').waitFor()
  await expect.poll(async () => (await stored('Lovelace 002'))?.status).toBe('prospect')
  expect((await stored('Lovelace 002'))?.company).toBe((await stored('Lovelace 001'))?.company)
}, 60_000)

test('the first cell goes down over the others', async () => {
  await cell('Lovelace 003', 'status').click()
  await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  await cell('Lovelace 005', 'status').getByText('Customer').waitFor()
  await expect.poll(async () => (await stored('Lovelace 005'))?.status).toBe('customer')
}, 60_000)

test('columns come, go, move and stay, and the address keeps them', async () => {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByLabel('Phone', { exact: true }).check()
  await page.getByRole('button', { name: 'Move Phone' }).focus()
  await press('ArrowUp')
  await page.getByRole('button', { name: 'Keep Phone in sight' }).click()
  await page.waitForURL(/phone\.pinned/)
  expect.soft(await look(page, 'table-columns')).toEqual([])
  await press('Escape')
  await page.reload()
  await page.getByRole('columnheader', { name: 'Phone' }).waitFor()
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    '',
    'Contact',
    'Phone',
    'Company',
    'Status',
    'Email',
  ])
}, 60_000)

test('columns are dragged into another order in their menu', async () => {
  const heads = () => page.locator('[data-head]').evaluateAll(all => all.map(head => head.getAttribute('data-head')))
  const before = page.url()
  await page.goto(`${served.url}/contacts?sort=last_name&columns=id,email,company,status`)
  await row('Lovelace 000').waitFor()
  await page.getByRole('button', { name: 'Columns' }).click()
  const shown = page.getByRole('list', { name: 'Shown columns' })
  const handle = (at: number) => shown.getByRole('listitem').nth(at).locator('[draggable]')
  await handle(0).dragTo(handle(2))
  await expect.poll(heads).toEqual(['id', 'company', 'status', 'email'])
  await page.reload()
  await row('Lovelace 000').waitFor()
  expect(await heads()).toEqual(['id', 'company', 'status', 'email'])
  await page.goto(before)
  await row('Lovelace 000').waitFor()
}, 60_000)

test('what others do lights up, and leaves the cursor and what is being written where they are', async () => {
  await page.goto(`${served.url}/contacts?sort=last_name`)
  await row('Lovelace 000').waitFor()
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await cell('Lovelace 004', 'email').dblclick()
  const input = page.locator('[data-editing] input')
  await input.fill('half.written@engine.example')
  await made('contacts', { first_name: 'Grace', last_name: 'Hopper' })
  await row('Hopper').waitFor()
  const other = await stored('Lovelace 006')
  const lit = page.waitForFunction(
    id =>
      document.querySelector(`[data-record="${id}"] [data-field="status"]`)?.getAnimations().length === 1 ? true : null,
    other?.id,
  )
  await page.request.patch(`${served.url}/api/contacts/${other?.id}`, { data: { status: 'prospect' } })
  await lit
  await cell('Lovelace 006', 'status').getByText('Prospect').waitFor()
  expect(await input.inputValue()).toBe('half.written@engine.example')
  expect(await input.evaluate(element => element === document.activeElement)).toBe(true)
  await press('Enter')
  await expect.poll(async () => (await stored('Lovelace 004'))?.email).toBe('half.written@engine.example')
  expect((await stored('Lovelace 003'))?.email).not.toBe('half.written@engine.example')
}, 60_000)

test('a column is drawn wider by the mouse, and the address keeps it', async () => {
  const head = page.getByRole('columnheader', { name: 'Company' })
  const before = (await head.boundingBox())?.width ?? 0
  const box = await head.locator('[aria-hidden]').last().boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 10]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 4 })
  await page.mouse.up()
  await page.waitForURL(/company\.\d+/)
  await page.reload()
  await row('Lovelace 000').waitFor()
  expect(Math.round((await head.boundingBox())?.width ?? 0)).toBe(Math.round(before + 60))
}, 60_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})
