// Meets a person who is there twice: while typing, on the record, and where all of them stand; merges, takes it back.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page
let jonas: string
let twin: string

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  const company = await maya.make('companies', { name: 'Okafor Logistics' })
  jonas = await maya.make('contacts', {
    first_name: 'Jonas',
    last_name: 'Okafor',
    email: 'jonas@okafor.example',
    phone: '+49301234567',
    company,
  })
  twin = await maya.make('contacts', {
    first_name: 'Okafor',
    last_name: 'Jonas',
    email: 'j.okafor@mail.example',
    phone: '+49301234567',
    position: 'Head of buying',
    company,
  })
  for (const name of ['Elena Petrova', 'Liam Murphy', 'Wei Chen'])
    for (const [at, position] of ['Buyer', 'Engineer'].entries())
      await maya.make('contacts', {
        first_name: name.split(' ')[0],
        last_name: name.split(' ')[1],
        phone: `+4930765${name.length}321`,
        position: at ? position : null,
      })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const groups = ({ groups: found }: Readonly<Record<string, unknown>>) => (found as unknown[]).length
const item = (name: RegExp) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name }) })

test('what is written is compared by itself', async () => {
  await expect.poll(async () => groups(await maya.read('contacts/duplicates')), { timeout: 60_000 }).toBe(4)
}, 90_000)

test('who is being written down again is told while one types', async () => {
  await page.goto(`${served.url}/contacts?create=true`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First name').fill('jonas')
  await dialog.getByLabel('Last name').fill('okafor')
  await dialog.getByLabel('Phone').fill('+49 30 1234567')
  await dialog.getByText(/This looks like .* there already/).waitFor()
  await dialog.getByRole('link', { name: 'Jonas Okafor' }).waitFor()
  expect.soft(await look(page, 'duplicates-typing')).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
}, 120_000)

test('a record says that it is perhaps another one too', async () => {
  await page.goto(`${served.url}/contacts/${jonas}`)
  await page.getByRole('link', { name: /Perhaps the same as Okafor Jonas/ }).click()
  await page.getByRole('heading', { name: 'Duplicates of Contacts', level: 1 }).waitFor()
  await page.getByText('Phone: the same').waitFor()
  await page.getByRole('link', { name: 'Show all that look the same' }).click()
  await item(/Liam Murphy/)
    .first()
    .waitFor()
  expect.soft(await look(page, 'duplicates')).toEqual([])
}, 120_000)

test('merged field by field with the keyboard alone, and taken back', async () => {
  await page.goto(`${served.url}/contacts`)
  await page.getByRole('link', { name: 'Duplicates' }).click()
  await page.getByRole('group', { name: 'Which record stays' }).waitFor()
  const stays = page.getByRole('radio', { name: 'Stays: Jonas Okafor' })
  await stays.focus()
  await page.keyboard.press('Space')
  const email = page.getByRole('group', { name: 'Email' }).getByRole('radio')
  await page.getByRole('radio', { name: 'j.okafor@mail.example' }).focus()
  await page.keyboard.press('Space')
  expect(await email.count()).toBe(2)
  await page.keyboard.press('m')
  await page.getByText('Jonas Okafor is one record now').waitFor()
  expect(await maya.read(`contacts/${twin}`)).toMatchObject({
    id: jonas,
    email: 'j.okafor@mail.example',
    position: 'Head of buying',
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back').waitFor()
  expect(await maya.read(`contacts/${twin}`)).toMatchObject({ id: twin, email: 'j.okafor@mail.example' })
  expect(await maya.read(`contacts/${jonas}`)).toMatchObject({ email: 'jonas@okafor.example', position: null })
}, 120_000)

test('an old address leads to the one that stayed', async () => {
  const answer = await page.request.post(`${served.url}/api/contacts/${jonas}/merge`, {
    data: { others: [twin] },
    headers: { origin: served.url },
  })
  expect(answer.status()).toBe(200)
  await page.goto(`${served.url}/contacts/${twin}`)
  await page.waitForURL(`**/contacts/${jonas}`)
  await page.getByRole('heading', { name: 'Jonas Okafor', level: 1 }).waitFor()
}, 60_000)

test('two that are not the same are not shown again; the rest is merged at once', async () => {
  await page.goto(`${served.url}/contacts/duplicates`)
  await item(/Elena Petrova/)
    .first()
    .waitFor()
  await item(/Wei Chen/)
    .getByRole('button', { name: /Wei Chen/, expanded: true })
    .waitFor()
  await page.getByRole('button', { name: 'Not the same' }).click()
  await page.getByText('They will not be shown together again').waitFor()
  await item(/Wei Chen/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Merge the sure ones' }).click()
  const dialog = page.getByRole('dialog')
  expect.soft(await look(page, 'duplicates-all')).toEqual([])
  await dialog.getByRole('button', { name: 'Merge' }).click()
  // The word of it goes by itself.
  await page.getByText('2 records were merged').waitFor()
  await page.getByText('No two of them look the same').or(page.getByText('Nothing has been compared yet')).waitFor()
  await page.getByRole('button', { name: 'Compare all' }).click()
  await page.getByText('No two of them look the same').waitFor()
  expect.soft(await look(page, 'duplicates-none')).toEqual([])
}, 120_000)

test('who may not see them finds none, in French', async () => {
  const noor = await colleague(browser, served, maya, 'Noor Haddad', 'regular')
  await noor.page.goto(`${served.url}/contacts/duplicates`)
  await noor.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await noor.page.getByRole('button', { name: 'Compare all' }).count()).toBe(0)
  expect(groups(await noor.read('contacts/duplicates'))).toBe(0)
  expect([...maya.broken, ...noor.broken]).toEqual([])
}, 60_000)
