// Administration without a mouse, at a desk and on a phone: whatever has the focus is seen and has a role and a name,
// every dialog gives the focus back, and what is removed leaves it with what stands in its place.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { go } from './go.ts'
import { handsOn } from './hands.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page
let role: string
const { press, type, focused, heard, tabTo, kept, gone, withoutMouse } = handsOn(() => page)

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  withoutMouse()
  role = await maya.make('roles', { name: 'Seller' })
  for (const last_name of ['Lovelace', 'Hopper']) await maya.make('contacts', { last_name })
  await maya.make('invitations', { email: 'early@northwind.example' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const dialog = () => page.getByRole('dialog')
const on = (path: string) => page.goto(served.url + path)
const hears = (what: string) => expect.poll(heard, { timeout: 5000 }).toBe(what)
/** Down into the list of a box, once it is there. */
const mark = () =>
  expect
    .poll(async () => {
      await press('ArrowDown')
      return page.locator('[role=option][data-combobox-selected]').count()
    })
    .toBe(1)
const choose = async (menu: RegExp, item: RegExp) => {
  await tabTo(menu)
  await press('Enter')
  await page.locator('[role=menuitem]:focus').waitFor()
  await tabTo(item, 'ArrowDown')
  await press('Enter')
}

const desk = { name: 'desk', width: 1440, height: 860 }
const phone = { name: 'phone', width: 390, height: 844 }
const screens = [
  '/admin/teams',
  '/admin/roles',
  '/admin/why',
  '/admin/company',
  '/admin/fields',
  '/admin/lists/pipelines',
  '/admin/audit?since=2099-01-01',
  '/admin/jobs',
  '/admin/outbox',
  '/admin/health',
  '/accounts/profile',
  '/contacts/import',
]

async function settled() {
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}

/** From stop to stop, until one is out of what is walked, or where one began. */
async function walk(where: string, isPartOf: (place: Place) => boolean) {
  const stops: string[] = []
  for (let steps = 0; steps < 150; steps++) {
    await press('Tab')
    const [{ isSeen, on: at }, place, said] = await Promise.all([focused(), page.evaluate(readPlace), heard()])
    if (at === 'body' || !isPartOf(place) || (stops.length > 10 && said === stops[0])) return stops
    const what = at === 'summary' ? 'summary with words' : said
    expect.soft(isSeen, `${where}: ${what} shows that it has the focus`).toBe(true)
    expect.soft(place.isInSight, `${where}: ${what} is in sight`).toBe(true)
    expect.soft(what, `${where}: stop ${steps} after ${stops.at(-1)}`).toMatch(/^\w+ \S/)
    stops.push(what)
  }
  throw new Error(`${where} holds the focus: ${stops.join(', ')}`)
}

describe.each([desk, phone])('on a $name', ({ name, ...size }) => {
  beforeAll(() => page.setViewportSize(size))

  test('every stop is seen, in sight, and has a name; none is a trap', async () => {
    await on('/admin/people')
    await settled()
    const stops = await walk('all around', () => true)
    expect(stops).toContain('button Search or run a command')
    expect(stops).toContain('button Invite somebody')
    for (const path of screens) {
      await go(page, path)
      await settled()
      await page.evaluate(() => (document.getElementById('admin-page') ?? document.getElementById('content'))?.focus())
      const here = await walk(path, ({ isOnPage }) => isOnPage)
      expect.soft(here, path).not.toEqual([])
    }
  }, 180_000)

  test('invites somebody, and withdraws it', async () => {
    await on('/admin/people')
    await page.getByText('early@northwind.example').waitFor()
    await tabTo(/^Invite somebody$/)
    await press('Enter')
    await dialog().waitFor()
    await hears('textbox E-mail')
    await type(`${name}@northwind.example`)
    await tabTo(/^Roles/)
    await press('ArrowDown')
    await page.getByRole('option', { name: 'regular' }).waitFor()
    await type('regul')
    await page.getByRole('option', { name: 'staff' }).waitFor({ state: 'detached' })
    await mark()
    await press('Enter', 'Escape')
    await tabTo(/^Send the invitation$/)
    await press('Enter')
    await gone()
    await hears('button Invite somebody')
    await page.getByText(`${name}@northwind.example`).first().waitFor()
    await choose(new RegExp(`^Actions: ${name}@`), /^Withdraw$/)
    await dialog().waitFor()
    await tabTo(/^Withdraw$/)
    await press('Enter')
    await gone()
    await hears('button Actions: early@northwind.example')
  }, 90_000)

  test('makes a team, gives it another name, and removes it', async () => {
    await on('/admin/teams')
    await tabTo(/^New team$/)
    await press('Enter')
    await dialog().waitFor()
    await hears('textbox Name')
    await type(`Team at the ${name}`)
    await press('Enter')
    await gone()
    await hears('button New team')
    await choose(new RegExp(`^Actions: Team at the ${name}`), /^Edit$/)
    await dialog().waitFor()
    await press('Escape')
    await gone()
    await hears(`button Actions: Team at the ${name}`)
    await tabTo(/^New team$/, 'Shift+Tab')
    await choose(new RegExp(`^Actions: Team at the ${name}`), /^Remove$/)
    await dialog().waitFor()
    await tabTo(/^Remove$/)
    await press('Enter')
    await gone()
    await page.getByText('No teams yet').waitFor()
    await hears('button New team')
  }, 90_000)

  test('says what a role reaches, by a filter too, and masks a field', async () => {
    await on(`/admin/roles/${role}`)
    await page.getByRole('heading', { name: 'Seller', level: 1 }).waitFor()
    if (name === 'phone') {
      await tabTo(/^Tasks/)
      await press('Enter')
      await tabTo(/^Tasks: Read$/)
    } else {
      // One stop, however many rights there are.
      await tabTo(/^Everything not named: By default$/)
      await tabTo(/^Tasks: By default$/, 'ArrowDown')
      await tabTo(/^Tasks: Read$/, 'ArrowRight')
    }
    await hears('combobox Tasks: Read')
    await press('b')
    await dialog().waitFor()
    await tabTo(/^What the condition is about$/)
    await type('status')
    await page.getByRole('option', { name: 'Status' }).waitFor()
    await mark()
    await press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('[data-value]') !== null)
    await press('ArrowDown')
    await page.getByRole('option', { name: 'Open' }).waitFor()
    await press('ArrowDown', 'Enter', 'Escape')
    await dialog().getByText(/match/).waitFor()
    await tabTo(/^Save$/)
    await press('Enter')
    await gone()
    await hears('combobox Tasks: Read')
    await page.getByRole('button', { name: /^Status is/ }).waitFor()
    await press('t')
    await page.getByRole('button', { name: /^Status is/ }).waitFor({ state: 'detached' })

    await on(`/admin/roles/${role}`)
    await page.getByRole('button', { name: 'Mask a field' }).waitFor()
    await tabTo(/^Mask a field$/)
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^Add$/)
    await press('Enter')
    await gone()
    await hears('button Mask a field')
    await tabTo(/^Remove the mask of All personal fields$/)
    await press('Enter')
    await page.getByText('It sees every field of the records that it reaches.').waitFor()
    await hears('button Mask a field')
  }, 90_000)

  test('adds fields, puts them in order and hides one', async () => {
    await on('/admin/fields')
    for (const label of [`Badge ${name}`, `Mood ${name}`]) {
      if ((await heard()) !== 'button New field') await tabTo(/^New field$/)
      await press('Enter')
      await dialog().waitFor()
      await tabTo(/^Text$/)
      await press('Enter')
      await dialog().getByLabel('Label').waitFor()
      if (!/^textbox Label/.test(await heard())) await tabTo(/^Label/)
      await type(label)
      await press('Enter')
      await gone()
      await page.getByRole('button', { name: `Move ${label}` }).waitFor()
      await hears('button New field')
    }
    await tabTo(new RegExp(`^Move Mood ${name}$`))
    await press('ArrowUp')
    await page.getByText(new RegExp(`^Mood ${name} is now`)).waitFor()
    await hears(`button Move Mood ${name}`)
    await choose(new RegExp(`^Actions: Mood ${name}$`), /^Hide$/)
    await page.getByText('Hidden', { exact: true }).first().waitFor()
    await hears(`button Actions: Mood ${name}`)
    await press('Enter')
    await page.locator('[role=menuitem]:focus').waitFor()
    await tabTo(/^Remove$/, 'ArrowDown')
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^Remove$/)
    await press('Enter')
    await gone()
    await hears(`button Actions: Badge ${name}`)
  }, 90_000)

  test('makes a pipeline with stages, and puts them in order', async () => {
    const pipeline = `Pipeline at the ${name}`
    await on('/admin/lists/pipelines')
    await tabTo(/^New Pipeline$/)
    await press('Enter')
    await dialog().waitFor()
    await hears('textbox Name')
    await type(pipeline)
    await press('Enter')
    await gone()
    await hears('button New Pipeline')
    for (const stage of ['First', 'Second']) {
      if ((await heard()) !== `button Add to ${pipeline}: Stage`) await tabTo(new RegExp(`^Add to ${pipeline}: Stage`))
      await press('Enter')
      await dialog().waitFor()
      await tabTo(/^Name/)
      await type(`${stage} ${name}`)
      await press('Enter')
      await gone()
      await page.getByRole('button', { name: `Move ${stage} ${name}` }).waitFor()
      await hears(`button Add to ${pipeline}: Stage`)
    }
    await tabTo(new RegExp(`^Move Second ${name}$`))
    await press('ArrowUp')
    await page.getByText(`Second ${name} is now 1 of 2`).waitFor()
    await hears(`button Move Second ${name}`)
  }, 90_000)

  test('settings of the company: saved, and the hand is where it was', async () => {
    await on('/admin/company')
    await page.getByLabel('Company name').waitFor()
    await tabTo(/^Company name/)
    await press('Control+a')
    await type(`Northwind ${name}`)
    await tabTo(/^Save$/)
    await press('Enter')
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await hears('button Save')
  }, 60_000)

  test('who sees what is asked and answered', async () => {
    await on('/admin/why')
    await tabTo(/^Person/)
    await type('maya')
    await page.getByRole('option', { name: 'Maya Chen' }).waitFor()
    await mark()
    await press('Enter')
    await tabTo(/^Record/)
    await type('lovel')
    await page.getByRole('option', { name: /Lovelace/ }).waitFor()
    await mark()
    await press('Enter')
    await page.getByText(/may read Lovelace/).waitFor()
    await kept()
  }, 60_000)

  test('reads a letter that was kept, and comes back to its place', async () => {
    await on('/admin/outbox')
    await tabTo(/^Read: /)
    const letter = await heard()
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^https?:/)
    await press('Escape')
    await gone()
    await hears(letter)
  }, 60_000)

  test('takes a change back in the audit, where it can be done again', async () => {
    await maya.make('contacts', { last_name: `Audited ${name}` })
    await on('/admin/audit')
    await page.getByRole('link', { name: `Audited ${name}` }).waitFor()
    await tabTo(new RegExp(`^Undo: Audited ${name}$`))
    await press('Enter')
    await page.getByRole('button', { name: `Redo: Audited ${name}` }).waitFor()
    await kept()
  }, 60_000)

  test('an API key: chosen, made, copied, revoked; another session ended', async () => {
    const other = await browser.newContext({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    })
    const signedIn = await other.request.post(`${served.url}/api/sign-in`, {
      data: { email: 'maya@northwind.example', password: 'a quiet river in may' },
    })
    expect(signedIn.ok(), await signedIn.text()).toBe(true)
    await on('/accounts/profile')
    await page.getByRole('button', { name: 'New key' }).waitFor()
    await tabTo(/^Sign out: /)
    await press('Enter')
    await page.getByRole('button', { name: /^Sign out: / }).waitFor({ state: 'detached' })
    await kept()
    await other.close()
    await tabTo(/^New key$/)
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^Name/)
    await type(`Key at the ${name}`)
    await tabTo(/^Make the key$/)
    await press('Enter')
    await dialog().locator('code').waitFor()
    await hears('button Copy')
    await tabTo(/^Done$/)
    await press('Enter')
    await gone()
    await hears('button New key')
    await tabTo(new RegExp(`^Revoke: Key at the ${name}$`))
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^Revoke$/)
    await press('Enter')
    await gone()
    await page.getByText('No program acts in your name.').waitFor()
    await hears('button New key')
  }, 90_000)

  test('brings in a file, mends a row, and reverts it', async () => {
    await on('/contacts/import')
    await page.getByRole('button', { name: /^Choose a file/ }).waitFor()
    await page.waitForLoadState('networkidle')
    // Listened for from here on: only then is it this journey that is asked for the file.
    const chooser = page.waitForEvent('filechooser')
    await tabTo(/^Choose a file/)
    await press('Enter')
    const csv = `First name,Last name,Email\nZoe,${name},zoe-${name}@brume.example\nBob,${name},no address\n`
    await (await chooser).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
    await kept()
    await tabTo(/^Preview$/)
    await press('Enter')
    await page.getByRole('button', { name: /Wrong$/ }).waitFor()
    await kept()
    await tabTo(/^Import 1 row$/)
    await press('Enter')
    await page.getByRole('heading', { name: 'Imported' }).waitFor()
    await kept()
    await tabTo(/^Mend /)
    await press('Enter')
    await page.getByRole('textbox', { name: 'Email, row 3' }).waitFor()
    await tabTo(/^Email, row 3$/)
    await press('Control+a')
    await type(`bob-${name}@brume.example`)
    await tabTo(/^Try again$/)
    await press('Enter')
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
    await kept()
    await tabTo(/^Import 1 row$/)
    await press('Enter')
    await page.getByRole('heading', { name: 'Imported' }).waitFor()
    await tabTo(/^Revert$/)
    await press('Enter')
    await dialog().waitFor()
    await tabTo(/^Revert$/)
    await press('Enter')
    await page.getByRole('heading', { name: 'Reverted' }).waitFor()
    await gone()
    await kept()
  }, 120_000)
})

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})

type Place = ReturnType<typeof readPlace>

/** Whether the focus is in the page proper, and neither out of sight nor under something else. */
function readPlace() {
  const element = document.activeElement as HTMLElement
  const { left, top, width, height } = element.getBoundingClientRect()
  const places = [0.5, 0.1, 0.9].map(part => [left + width * part, top + height / 2] as const)
  const isInSight = places.some(([x, y]) => {
    const there = document.elementFromPoint(x, y)
    return (
      there !== null &&
      (element.contains(there) || there.contains(element) || there.closest('div')?.contains(element) === true)
    )
  })
  return { isInSight, isOnPage: element.closest('#content') !== null }
}
