// Running the company: one's own account, colleagues, roles, fields of one's own. Looked at is what opens over a screen or
// comes of what was done; the screens themselves are, in another journey, with all the others.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let page: Page
const broken: string[] = []
const password = 'a quiet river in may'
const patient = { timeout: 15_000 }

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
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 860 } })
  const fresh = await context.newPage()
  fresh.setDefaultTimeout(15_000)
  fresh.on('pageerror', error => broken.push(error.message))
  fresh.on('response', response => response.status() >= 500 && broken.push(`${response.status()} ${response.url()}`))
  return fresh
}

const field = (label: string, on: Pick<Page, 'getByLabel'> = page) => on.getByLabel(label, { exact: true })
const button = (name: string, on: Pick<Page, 'getByRole'> = page) => on.getByRole('button', { name, exact: true })

async function signIn(on: Page) {
  await on.goto(`${served.url}/accounts/login`)
  await on.getByLabel('E-mail').fill('maya@northwind.example')
  await on.getByLabel('Password', { exact: true }).fill(password)
  await on.getByRole('button', { name: 'Sign in', exact: true }).click()
  await on.waitForURL(`${served.url}/`)
}

test('somebody sets up, and opens their account from the menu', async () => {
  await page.goto(`${served.url}/setup`)
  await field('Your name').fill('Maya Chen')
  await field('E-mail').fill('maya@northwind.example')
  await field('Company').fill('Northwind')
  await field('Password').fill(password)
  await button('Start').click()
  await page.waitForURL(`${served.url}/`)
  await button('Your account: Maya Chen').click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  await page.waitForURL('**/accounts/profile')
  await page.getByText('This one').waitFor()
}, 120_000)

test('changes the name, and it is the same everywhere', async () => {
  await page.getByRole('textbox', { name: 'Name' }).fill('Maya Lin Chen')
  await page.getByRole('button', { name: 'Save' }).click()
  await button('Your account: Maya Lin Chen').waitFor()
}, 120_000)

test('a wrong password is refused at its field', async () => {
  await field('Current password').fill('not this one at all')
  await field('New password').fill('another river in june')
  await button('Change the password').click()
  await page.locator('input[name=old_password][aria-invalid=true]').waitFor()
}, 120_000)

test('signs out another session, which is then out', async () => {
  const other = await newPage()
  await signIn(other)
  await page.reload()
  await page.getByRole('button', { name: /^Sign out: / }).click()
  await page.getByRole('button', { name: /^Sign out: / }).waitFor({ state: 'detached' })
  await other.getByRole('link', { name: 'Companies' }).first().click()
  await other.waitForURL('**/accounts/login?next=*')
  await other.context().close()
}, 120_000)

test('makes a key, sees it once, uses it and revokes it', async () => {
  await button('New key').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Website form')
  await dialog.getByLabel('What I choose').check()
  await dialog.getByLabel('Contacts: Create').check()
  expect(await dialog.getByLabel('Contacts: Read').isChecked()).toBe(true)
  expect.soft(await look(page, 'key-new')).toEqual([])
  await button('Make the key', dialog).click()
  const secret = (await dialog.locator('code').textContent()) ?? ''
  expect(secret).toMatch(/^rpt_/)
  const withKey = (path: string) => fetch(served.url + path, { headers: { authorization: `Bearer ${secret}` } })
  expect((await withKey('/api/contacts')).status).toBe(200)
  expect((await withKey('/api/companies')).status).toBe(403)
  await button('Done', dialog).click()
  await page.getByText('Contacts: create, read').waitFor()
  await button('Revoke: Website form').click()
  await button('Revoke', page.getByRole('dialog')).click()
  await page.getByText('No program acts in your name.').waitFor()
  expect((await withKey('/api/contacts')).status).toBe(401)
}, 120_000)

test('opens administration, and names the company', async () => {
  await button('Your account: Maya Lin Chen').click()
  await page.getByRole('menuitem', { name: 'Administration' }).click()
  await page.waitForURL('**/admin/people')
  await page.getByRole('rowheader', { name: /Maya Lin Chen/ }).waitFor()
  await page.getByRole('link', { name: 'Company settings' }).click()
  await page.getByRole('textbox', { name: 'Company name' }).fill('Northwind & Sons')
  await button('Save').click()
  await page.getByText('Northwind & Sons', { exact: true }).first().waitFor()
}, 120_000)

test('invites a colleague with a role, who comes and is there', async () => {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await button('Invite somebody').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill('sophie@northwind.example')
  await dialog.getByLabel('Roles').click()
  await page.getByRole('option', { name: 'regular' }).click()
  await page.keyboard.press('Escape')
  expect.soft(await look(page, 'admin-invite')).toEqual([])
  await button('Send the invitation', dialog).click()
  await page.getByRole('rowheader', { name: 'sophie@northwind.example' }).waitFor()
  const sophie = await newPage()
  await sophie.goto(`${served.url}${await linkTo('sophie@northwind.example')}`)
  await sophie.getByLabel('Your name').fill('Sophie Martin')
  await sophie.getByLabel('Password', { exact: true }).fill('another river in june')
  await button('Accept the invitation', sophie).click()
  await sophie.waitForURL(`${served.url}/`)
  await button('Your account: Sophie Martin', sophie).click()
  await sophie.getByRole('menuitem', { name: 'Your account' }).waitFor()
  expect(await sophie.getByRole('menuitem', { name: 'Administration' }).count()).toBe(0)
  await sophie.context().close()
  await page.reload()
  await page.getByRole('rowheader', { name: /Sophie Martin/ }).waitFor()
  expect(await page.getByText('Open invitations').count()).toBe(0)
}, 120_000)

/** The path of the link in the newest mail to somebody. */
async function linkTo(address: string) {
  const { rows } = (await (await page.request.get(`${served.url}/api/outbox`)).json()) as {
    rows: { recipients: string[]; text: string }[]
  }
  const mail = rows.find(({ recipients }) => recipients.some(to => to.includes(address)))
  const link = /https?:\/\/\S+token=\S+/.exec(mail?.text ?? '')?.[0]
  if (!link) throw new Error(`no mail with a link to ${address}`)
  const { pathname, search, hash } = new URL(link)
  return pathname + search + hash
}

test('makes a team of two', async () => {
  await page.getByRole('link', { name: 'Teams', exact: true }).last().click()
  await page.getByText('No teams yet').waitFor()
  await button('New team').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('North')
  await dialog.getByLabel('Members').click()
  await page.getByRole('option', { name: 'Maya Lin Chen' }).click()
  await page.getByRole('option', { name: 'Sophie Martin' }).click()
  await page.keyboard.press('Escape')
  await button('Add', dialog).click()
  await page.getByText('Maya Lin Chen, Sophie Martin').waitFor()
}, 120_000)

test('deactivates a colleague, and lets them in again', async () => {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await button('Actions: Sophie Martin').click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await button('Deactivate', page.getByRole('dialog')).click()
  await page.getByText('Deactivated', { exact: true }).waitFor()
  expect.soft(await look(page, 'admin-people-two')).toEqual([])
  await button('Actions: Sophie Martin').click()
  await page.getByRole('menuitem', { name: 'Reactivate' }).click()
  await page.getByText('Deactivated', { exact: true }).waitFor({ state: 'detached' })
}, 120_000)

test('makes a role, says what it may do and what it does not see', async () => {
  await page.getByRole('link', { name: 'Roles', exact: true }).last().click()
  await button('New role').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Seller')
  await button('Add', dialog).click()
  await page.getByRole('heading', { name: 'Seller', level: 1 }).waitFor()
  await field('Everything not named: Read').selectOption('everybody')
  await field('Contacts: Read').selectOption('own')
  await field('Contacts: Edit').selectOption('own')
  await field('Deals: Read').selectOption('filter')
  await dialog.getByRole('button', { name: 'Save' }).and(page.locator(':disabled')).waitFor()
  await chooseStatus(dialog, 'Open')
  expect.soft(await look(page, 'admin-role-filter')).toEqual([])
  await button('Save', dialog).click()
  await dialog.waitFor({ state: 'detached' })
  await button('Status is Open').waitFor()
  await field('Deals: Mark as lost').selectOption('nobody')
  await button('Mask a field').click()
  await button('Add', dialog).click()
  await page.getByRole('rowheader', { name: 'All personal fields' }).waitFor()
  await page.reload()
  await button('Status is Open').waitFor()
  const chosen = async (label: string) => field(label).inputValue()
  expect(await chosen('Everything not named: Read')).toBe('everybody')
  expect(await chosen('Contacts: Edit')).toBe('own')
  expect(await chosen('Deals: Read')).toBe('filter')
  expect(await chosen('Deals: Mark as lost')).toBe('nobody')
  expect(await chosen('Deals: Mark as won')).toBe('')
  expect(await chosen('Tasks: Read')).toBe('')
}, 120_000)

/** Of the builder that is open: by the keyboard, as one would. */
async function chooseStatus(dialog: Locator, status: string) {
  await dialog.getByRole('combobox', { name: 'What the condition is about' }).click()
  await page.keyboard.type('status')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-value]') !== null)
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: status, exact: true }).click()
  await page.keyboard.press('Escape')
  await dialog.getByText(/match/).waitFor()
}

test('copies a role with all that it gives and hides, and changes the copy', async () => {
  await button('Copy').click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Seller (copy)')
  await dialog.getByLabel('Name').fill('Seller in training')
  await button('Copy', dialog).click()
  await page.getByRole('heading', { name: 'Seller in training', level: 1 }).waitFor()
  await button('Status is Open').waitFor()
  await page.getByRole('rowheader', { name: 'All personal fields' }).waitFor()
  expect(await field('Contacts: Edit').inputValue()).toBe('own')
  await button('Status is Open').click()
  await button('Clear all', dialog)
    .or(dialog.getByRole('button', { name: /^Remove/ }))
    .first()
    .click()
  await chooseStatus(dialog, 'Won')
  await button('Save', dialog).click()
  await button('Status is Won').waitFor()
}, 120_000)

test('gives the role, and reads why a record is not seen', async () => {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await button('Actions: Sophie Martin').click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Roles').click()
  await page.getByRole('option', { name: 'regular' }).click()
  await page.getByRole('option', { name: 'Seller', exact: true }).click()
  await page.keyboard.press('Escape')
  await button('Save', dialog).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: 'Seller' }).waitFor()
  const ada = await page.request.post(`${served.url}/api/contacts`, { data: { last_name: 'Lovelace' } })
  expect(ada.status()).toBe(201)
  await page.getByRole('link', { name: 'Who sees what' }).click()
  await page.getByRole('combobox', { name: 'Person' }).click()
  await page.getByRole('option', { name: 'Sophie Martin' }).click()
  await page.getByRole('combobox', { name: 'Record' }).fill('lovel')
  await page.getByRole('option', { name: 'Lovelace · Contact' }).click()
  await page.getByText('Sophie Martin may not read Lovelace').waitFor()
  await page.getByText('The role “Seller” gives it for one’s own Contacts. This one is somebody else’s.').waitFor()
  expect.soft(await look(page, 'admin-why')).toEqual([])
}, 120_000)

test('adds fields of one’s own, puts them in order and fills one in', async () => {
  await page.getByRole('link', { name: 'Custom fields' }).last().click()
  const dialog = page.getByRole('dialog')
  const add = async (type: string, label: string) => {
    await button('New field').click()
    await button(type, dialog).click()
    await dialog.getByLabel('Label').fill(label)
  }
  await page.getByText('Nothing was added to Contacts yet.').waitFor()
  await add('Text', 'Badge number')
  await button('Add', dialog).click()
  await button('Move Badge number').waitFor()
  await add('Choice', 'Mood')
  await button('Add', dialog).click()
  await dialog.locator('[name=options][aria-invalid=true]').waitFor()
  await dialog.getByLabel('Options').fill('Sunny\nPartly cloudy')
  await button('Add', dialog).click()
  await dialog.waitFor({ state: 'detached' })
  await button('Move Mood').press('ArrowUp')
  await page.getByText('Mood is now 1 of 2').waitFor()
  const inOrder = async () => {
    const { rows } = await (await page.request.get(`${served.url}/api/custom_fields?sort=place`)).json()
    return (rows as { readonly name: string }[]).map(({ name }) => name)
  }
  await expect.poll(inOrder).toEqual(['c_mood', 'c_badge_number'])
  await page.reload()
  await page.getByRole('listitem').filter({ hasText: 'c_mood' }).waitFor()
  const rows = page.getByRole('list', { name: 'Custom fields' }).getByRole('listitem')
  await rows.nth(1).filter({ hasText: 'c_badge_number' }).waitFor()
  await page.goto(`${served.url}/contacts?create=true`)
  await dialog.getByLabel('Badge number').waitFor()
  await dialog.getByLabel('Mood').click()
  await page.getByRole('option', { name: 'Partly cloudy' }).waitFor()
  await page.goto(`${served.url}/admin/fields`)
  await button('Actions: Mood').click()
  await page.getByRole('menuitem', { name: 'Hide' }).click()
  await page.getByText('Hidden', { exact: true }).waitFor()
}, 120_000)

test('makes a pipeline and puts its stages in order, by hand and by keyboard', async () => {
  await page.getByRole('link', { name: 'Pipelines' }).last().click()
  await button('New Pipeline').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('New business')
  await button('Add', dialog).click()
  for (const name of ['Contacted', 'Offer', 'Contract']) {
    await button('Add to New business: Stage').click()
    await dialog.getByLabel('Name').fill(name)
    await button('Add', dialog).click()
    await button(`Move ${name}`).waitFor()
  }
  const stages = () => page.getByRole('list', { name: 'Stages' }).getByRole('listitem').allInnerTexts()
  await button('Move Contract').press('ArrowUp')
  await page.getByText('Contract is now 2 of 3').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move Contract')
  const handle = await button('Move Offer').boundingBox()
  const first = await button('Move Contacted').boundingBox()
  if (!handle || !first) throw new Error('the handles cannot be seen')
  await page.mouse.move(handle.x + 8, handle.y + 8)
  await page.mouse.down()
  await page.mouse.move(first.x + 8, first.y + 4, { steps: 5 })
  await page.mouse.up()
  await expect
    .poll(async () => (await stages()).map(text => text.split('\n')[0]), patient)
    .toEqual(['Offer', 'Contacted', 'Contract'])
  await expect
    .poll(async () => {
      const { rows } = (await (await page.request.get(`${served.url}/api/stages?sort=place`)).json()) as {
        rows: { name: string }[]
      }
      return rows.map(({ name }) => name)
    }, patient)
    .toEqual(['Offer', 'Contacted', 'Contract'])
}, 120_000)

test('sees who changed what, and takes it back', async () => {
  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByText('Stage changed').first().waitFor()
  await page.getByRole('combobox', { name: 'Object' }).fill('team')
  await page.getByRole('option', { name: 'Teams' }).click()
  await page.getByText('Team added').waitFor()
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Removed' }).click()
  await page.getByText('Nothing was changed by this.').waitFor()
  expect(new URL(page.url()).search).toBe('?object=team&event=deleted')
  await page.goBack()
  await page.goto(`${served.url}/admin/audit?object=team&since=2001-01-01`)
  const added = page.getByRole('row').filter({ hasText: 'Team added' })
  await added.getByRole('link', { name: 'North' }).waitFor()
  await added.getByText('Maya Lin Chen').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
  expect(file.suggestedFilename()).toMatch(/^audit-[\d-]+\.csv$/)
  await added.getByRole('button', { name: 'Actions: North' }).click()
  await page.getByRole('menuitem', { name: 'Show what was done in one go' }).click()
  await page.getByText('One change, done in one go').waitFor()
  expect.soft(await look(page, 'admin-audit-together')).toEqual([])
  await button('Undo all of it').click()
  await page.getByText('Taken back').waitFor()
  await button('Show the others, too').click()
  await page.getByText('Team removed').waitFor()
  await page.getByRole('row').filter({ hasText: 'Team removed' }).getByRole('button', { name: 'Redo' }).click()
  await page.getByText('Team restored').waitFor()
  await page.getByRole('row').filter({ hasText: 'Team added' }).getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Team removed').nth(1).waitFor()
  await page.getByRole('link', { name: 'Teams', exact: true }).last().click()
  await page.getByText('No teams yet').waitFor()
}, 120_000)

test('a forgotten password is set anew by the link in the mail', async () => {
  const sophie = await newPage()
  await sophie.goto(`${served.url}/accounts/login`)
  await sophie.getByRole('link', { name: 'Forgot your password?' }).click()
  // The page before has a field of that name, too.
  await button('Send the link', sophie).waitFor()
  await sophie.getByLabel('E-mail').fill('sophie@northwind.example')
  await button('Send the link', sophie).click()
  await sophie.getByText('Look into your mail').waitFor()
  await expect.poll(() => linkTo('sophie@northwind.example').catch(() => ''), patient).toMatch(/^\/accounts\/reset/)
  await sophie.goto(served.url + (await linkTo('sophie@northwind.example')))
  await sophie.getByLabel('New password', { exact: true }).fill('a third river in july')
  await button('Set the password', sophie).click()
  await sophie.waitForURL(`${served.url}/`)
  await button('Your account: Sophie Martin', sophie).waitFor()
  await sophie.context().close()
}, 120_000)

test('reads kept mail, sees the jobs and how it all runs', async () => {
  await page.getByRole('link', { name: 'Mail outbox' }).click()
  await page
    .getByRole('button', { name: /^Read: / })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /token=/ })
    .waitFor()
  expect.soft(await look(page, 'admin-letter')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Jobs' }).click()
  await page.getByText('Nothing has failed.').waitFor()
  await page.getByText(/at rest$/).click()
  await page.getByText('identity.send-invitation').waitFor()
  await page.getByRole('link', { name: 'Health' }).click()
  await page.getByText(/^Rapport \d/).waitFor()
  await page.getByText('Up to date').first().waitFor()
  await page.getByText('None was taken yet.').waitFor()
  const [backup] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a backup' }).click(),
  ])
  expect(backup.suggestedFilename()).toMatch(/^rapport-[\dT-]+\.tar$/)
  expect(await backup.failure()).toBe(null)
  await page.getByRole('cell', { name: 'Maya Lin Chen' }).waitFor()
}, 120_000)

test('nothing broke on the way', () => {
  expect(broken).toEqual([])
})
