// What one may see, in two browsers at once; and a field of one's own, wherever fields are.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { asSystem } from '../kernel.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { serve } from './serve.ts'

const patient = { timeout: 15_000 }
let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let maya: Somebody
let tom: Somebody
let page: Page

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  tom = await colleague(browser, served, maya, 'Tom Weber', 'regular')
  const ann = await colleague(browser, served, maya, 'Ann Lee', 'regular')
  await page.goto(served.url)
  const team = await maya.make('teams', { name: 'North' })
  const role = await maya.make('roles', { name: 'Seller' })
  for (const [verb, scope] of [
    ['*', 'own'],
    ['read', 'team'],
  ])
    await maya.make('role_grants', { role, object: 'contact', verb, scope })
  await maya.make('role_grants', { role, object: 'user', verb: 'read', scope: 'everybody' })
  for (const person of [tom, ann])
    await page.request.patch(`${served.url}/api/users/${await idOf(person)}`, {
      data: { roles: [role], teams: [team] },
    })
  const owners = { Own: await idOf(tom), Team: await idOf(ann), Foreign: await idOf(maya) }
  await asSystem(served.kernel, ctx =>
    ctx.create(
      contact,
      Object.entries(owners).map(([last_name, owner_id]) => ({
        last_name,
        owner_id: owner_id as never,
        position: 'Secret agent',
      })),
    ),
  )
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

async function idOf({ page: theirs }: Somebody): Promise<string> {
  return (await (await theirs.request.get(`${served.url}/api/me`)).json()).id
}

const field = (label: string) => page.getByLabel(label, { exact: true })
const button = (name: string, on: Pick<Page, 'getByRole'> = page) => on.getByRole('button', { name, exact: true })
const seenBy = async ({ page: theirs }: Somebody) =>
  (await theirs.getByRole('rowheader').allInnerTexts()).map(text => text.trim().split(/\s/).at(-1)).sort()

test('one’s own and the team’s are there, what is others’ is not', async () => {
  await tom.page.goto(`${served.url}/contacts`)
  await expect.poll(() => seenBy(tom), patient).toEqual(['Own', 'Team'])
  await page.goto(`${served.url}/contacts`)
  await expect.poll(() => seenBy(maya), patient).toEqual(['Foreign', 'Own', 'Team'])
  const { rows } = await (await tom.page.request.get(`${served.url}/api/contacts?search=foreign`)).json()
  expect(rows).toEqual([])
}, 120_000)

test('what the team owns is read and not changed', async () => {
  await tom.page.getByRole('link', { name: 'Team' }).click()
  await tom.page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  await tom.page.getByText('Secret agent').first().waitFor()
  const id = new URL(tom.page.url()).pathname.split('/').at(-1)
  const answer = await tom.page.request.patch(`${served.url}/api/contacts/${id}`, { data: { position: 'Mine' } })
  expect(answer.status()).toBeGreaterThanOrEqual(403)
}, 120_000)

test('the administrator narrows the role and masks a field: in the other browser both are gone', async () => {
  await page.goto(`${served.url}/admin/roles`)
  await page.getByRole('link', { name: 'Seller' }).click()
  await field('Contacts: Read').selectOption('own')
  await page.waitForLoadState('networkidle')
  await button('Mask a field').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Object' }).fill('Contacts')
  await page.getByRole('option', { name: 'Contacts', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Field' }).fill('Position')
  await page.getByRole('option', { name: 'Position', exact: true }).click()
  await button('Add', dialog).click()
  await page.getByRole('rowheader', { name: 'Position' }).waitFor()
  expect.soft(await look(page, 'rights-role')).toEqual([])

  await tom.page.goto(`${served.url}/contacts`)
  await expect.poll(() => seenBy(tom), patient).toEqual(['Own'])
  await tom.page.getByRole('link', { name: 'Own' }).click()
  await tom.page.getByRole('heading', { name: 'Own', level: 1 }).waitFor()
  expect(await tom.page.getByText('Secret agent').count()).toBe(0)
  expect(await tom.page.getByText('Position').count()).toBe(0)
  await tom.page.goto(`${served.url}/contacts?create=true`)
  await tom.page.getByRole('dialog').getByLabel('Last name').waitFor()
  expect(await tom.page.getByRole('dialog').getByLabel('Position').count()).toBe(0)
  const where = encodeURIComponent(JSON.stringify({ position: 'Secret agent' }))
  expect((await tom.page.request.get(`${served.url}/api/contacts?where=${where}`)).status()).toBe(422)
}, 120_000)

test('a field of one’s own is in the form, the list, the filter, the import and the API', async () => {
  const dialog = page.getByRole('dialog')
  await page.goto(`${served.url}/admin/fields`)
  await button('New field').click()
  await button('Choice', dialog).click()
  await dialog.getByLabel('Label').fill('Market')
  await dialog.getByLabel('Options').fill('North\nSouth')
  await button('Add', dialog).click()
  await dialog.waitFor({ state: 'detached' })

  await page.goto(`${served.url}/contacts?create=true`)
  await dialog.getByLabel('Last name').fill('Compass')
  await dialog.getByLabel('Market').click()
  await page.getByRole('option', { name: 'South' }).click()
  await button('Add', dialog).click()
  await page.getByRole('heading', { name: 'Compass', level: 1 }).waitFor()
  await page.locator('dd').getByText('South').waitFor()

  await page.goto(`${served.url}/contacts?columns=id,c_market`)
  await page.getByRole('columnheader', { name: 'Market' }).waitFor()
  await page.getByRole('gridcell', { name: 'South' }).waitFor()
  await page.keyboard.press('f')
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByRole('combobox', { name: 'What the condition is about' }).waitFor()
  await page.keyboard.type('market')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-value]') !== null)
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'South' }).click()
  await filter.getByText('One match').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect.poll(() => seenBy(maya), patient).toEqual(['Compass'])
  expect.soft(await look(page, 'rights-field')).toEqual([])

  await page.goto(`${served.url}/contacts/import`)
  await page.getByRole('button', { name: /Choose a file/ }).waitFor()
  const csv = 'Last name,Market\r\nPolaris,North\r\nCrux,South\r\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'stars.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Field for “Market”' }).inputValue()).toBe('Market')

  const where = encodeURIComponent(JSON.stringify({ last_name: 'Compass' }))
  const found = await (await page.request.get(`${served.url}/api/contacts?where=${where}`)).json()
  expect(found.rows).toMatchObject([{ last_name: 'Compass', c_market: expect.stringMatching(/^south$/i) }])
}, 120_000)

test('a colleague’s picture stands where their initials stood', async () => {
  await page.goto(`${served.url}/accounts/profile`)
  await page.getByText('Picture', { exact: true }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: pixel })
  await page.getByRole('link', { name: /^me\./ }).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await button('Your account: Maya Chen').locator('img').waitFor()
  const rows = (await (await tom.page.request.get(`${served.url}/api/pictures`)).json()).rows as { url: string }[]
  expect(rows).toHaveLength(1)
  const answer = await tom.page.request.get(served.url + rows[0]?.url)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, expect.stringMatching(/^image\//)])
  await page.goto(`${served.url}/contacts/${await maya.make('contacts', { last_name: 'Meridian' })}`)
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await timeline.getByText('Maya Chen').locator('img').waitFor()
  expect.soft(await look(page, 'timeline-picture')).toEqual([])
}, 120_000)

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVQI12P8z8DAwMDAxAADCBYAG10BBdmz9y8AAAAASUVORK5CYII=',
  'base64',
)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})
