// Somebody narrows a list down, keeps it as a view, changes it, gives it to others and takes it away again.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact } from '#modules/crm/contact.ts'
import { task } from '#modules/work/planned.ts'
import { asSystem } from '../kernel.ts'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let page: Page

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
  await asSystem(served.kernel, async ctx => {
    const [brume, vistula] = await ctx.create(company, [
      { name: 'Atelier Brume', industry: 'Print' },
      { name: 'Vistula Robotics', industry: 'Machines' },
    ])
    const people = await ctx.create(contact, [
      { first_name: 'Amélie', last_name: 'Laurent', company: brume?.id, status: 'customer' },
      { first_name: 'Tomasz', last_name: 'Zieliński', company: vistula?.id, status: 'prospect' },
      { first_name: 'Priya', last_name: 'Raghavan', company: vistula?.id, status: 'lead' },
      { first_name: 'Marta', last_name: 'Rossi', status: 'customer' },
    ])
    const about = people.slice(0, 2).map(({ id }) => [{ object: 'contact', id }])
    await ctx.create(
      task,
      about.map(each => ({ title: 'Call', about: each })),
    )
  })
  await page.goto(`${served.url}/contacts`)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const subject = (on: Page | Locator = page) => on.getByRole('combobox', { name: 'What the condition is about' })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const filter = () => page.getByRole('dialog', { name: 'Filter' })
const view = (name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true })
const menuOf = async (name: string, item: string) => {
  await button(`Settings of the view ${name}`).click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}
const names = () => page.getByRole('rowheader').allInnerTexts()
const shown = (...last: string[]) =>
  expect
    .poll(async () => (await names()).map(name => name.trim().split(/\s/).at(-1)).sort(), { timeout: 10_000 })
    .toEqual(last.sort())

test('by the keyboard alone: F, a field, a value', async () => {
  await shown('Laurent', 'Zieliński', 'Raghavan', 'Rossi')
  await page.keyboard.press('f')
  await filter().waitFor()
  expect(await subject().evaluate(box => box === document.activeElement)).toBe(true)
  await page.keyboard.type('status')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-value]') !== null)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await filter().getByText('2 matches').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await filter().waitFor({ state: 'detached' })
  await shown('Laurent', 'Rossi')
  await button('Change the condition: Status is Customer').waitFor()
}, 60_000)

test('through a link, in a group, and by how many tasks there are', async () => {
  await button('Filter').click()
  await filter().getByRole('button', { name: 'Add a group', exact: true }).first().click()
  const inner = filter().locator('li li').first()
  await subject(inner).fill('industry')
  await page.getByRole('option', { name: 'Company › Industry' }).click()
  await inner.getByRole('textbox', { name: 'Value for Company › Industry' }).fill('pri')
  await filter().getByText('One match').waitFor()
  await filter().getByRole('button', { name: 'Add a condition', exact: true }).last().click()
  const last = subject(filter()).last()
  await last.fill('tasks')
  await page.getByRole('option', { name: 'Tasks', exact: true }).click()
  await filter().getByRole('combobox', { name: 'In which time' }).click()
  await page.getByRole('option', { name: 'this year' }).click()
  await filter().getByText('One match').waitFor()
  expect.soft(await look(page, 'filter')).toEqual([])
  await filter().getByRole('button', { name: 'Done' }).click()
  await shown('Laurent')
  expect.soft(await look(page, 'filter-chips')).toEqual([])
}, 120_000)

test('is saved, shared, and found by somebody else, who cannot change it', async () => {
  await button('Save as new').click()
  await page.getByLabel('Name of the view').fill('Print with tasks')
  await page.getByTitle('Flag').click()
  expect.soft(await look(page, 'view-name')).toEqual([])
  await page.keyboard.press('Enter')
  await view('Print with tasks').waitFor()
  await menuOf('Print with tasks', 'Everybody')
  await page.getByText('The view Print with tasks has other readers now').waitFor()
  const tomasz = await colleague(browser, served, maya, 'Tomasz Lind', 'staff')
  await tomasz.page.goto(`${served.url}/contacts`)
  await tomasz.page.getByRole('button', { name: 'Print with tasks', exact: true }).click()
  await expect
    .poll(() => tomasz.page.getByRole('rowheader').allInnerTexts(), { timeout: 10_000 })
    .toEqual([expect.stringMatching('Laurent')])
  await tomasz.page.getByRole('button', { name: 'Change the condition: Tasks at least 1 this year' }).waitFor()
  expect(await tomasz.page.getByRole('button', { name: /^Settings of the view/ }).count()).toBe(0)
  expect(tomasz.broken).toEqual([])
  await tomasz.page.close()
}, 120_000)

test('a condition goes by its cross, and the way back brings it again', async () => {
  await button('Remove the condition: Tasks at least 1 this year').click()
  await button('Remove the condition: Company › Industry contains “pri”').click()
  await shown('Laurent', 'Rossi')
}, 60_000)

test('is kept as a view, which says when it was changed', async () => {
  await button('Save as new').click()
  await page.getByLabel('Name of the view').fill('Customers')
  await page.keyboard.press('Enter')
  await page.getByText('The view Customers was saved').waitFor()
  await page.waitForURL(/view=/)
  expect(new URL(page.url()).searchParams.has('where')).toBe(false)
  await view('All').click()
  await shown('Laurent', 'Zieliński', 'Raghavan', 'Rossi')
  await view('Customers').click()
  await shown('Laurent', 'Rossi')
  await button('Sort').click()
  await button('Add a key').click()
  await page.getByText('Changed').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await button('Save').click()
  await page.getByText('Changed').first().waitFor({ state: 'detached' })
  await page.reload()
  await shown('Laurent', 'Rossi')
  await page.getByRole('button', { name: 'First name', exact: true }).waitFor()
  expect.soft(await look(page, 'view')).toEqual([])
}, 120_000)

test('is shared, opens first, gets another name, and its end can be taken back', async () => {
  const menu = (item: string, name = 'Customers') => menuOf(name, item)
  await menu('Everybody')
  await page.getByText('The view Customers has other readers now').waitFor()
  await button('Settings of the view Customers').click()
  await page.getByRole('menuitemcheckbox', { name: 'staff' }).waitFor()
  // The headings of a menu stand between its items: the library's way.
  expect
    .soft((await look(page, 'view-menu')).filter(line => !line.includes(': aria-required-children at ')))
    .toEqual([])
  await page.keyboard.press('Escape')
  await menu('Open this view first')
  await page.getByText('The view Customers was saved').first().waitFor()
  await page.goto(`${served.url}/contacts`)
  await shown('Laurent', 'Rossi')
  await menu('Name and icon')
  await page.getByLabel('Name of the view').fill('Our customers')
  await page.keyboard.press('Enter')
  await view('Our customers').waitFor()
  await menu('Delete the view', 'Our customers')
  await view('Our customers').waitFor({ state: 'detached' })
  await shown('Laurent', 'Zieliński', 'Raghavan', 'Rossi')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await view('Our customers').waitFor()
}, 120_000)

const tabs = () =>
  page
    .getByRole('navigation', { name: 'Views' })
    .locator('[data-view]:not([inert])')
    .evaluateAll(items => items.map(item => item.textContent))

test('tabs are dragged into another order, and those for which there is no room stand behind a button', async () => {
  for (const [at, name] of ['Fifth of many', 'Sixth of many', 'Seventh of many', 'Eighth of many'].entries())
    await maya.make('views', { name, object: 'contact', place: 10 + at, state: {} })
  await page.setViewportSize({ width: 1920, height: 860 })
  await page.goto(`${served.url}/contacts?view=all`)
  await view('Fifth of many').waitFor()
  const [from, to] = [await view('Fifth of many').boundingBox(), await view('All').boundingBox()]
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width + 6, to.y + 10, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await tabs())[0], { timeout: 10_000 }).toBe('Fifth of many')
  await page.reload()
  await expect.poll(async () => (await tabs())[0], { timeout: 10_000 }).toBe('Fifth of many')
  await page.setViewportSize({ width: 900, height: 800 })
  await page.getByRole('button', { name: /more$/ }).click()
  await page.getByRole('menuitemradio', { name: 'Eighth of many' }).click()
  await page.getByRole('button', { name: 'View: Eighth of many' }).waitFor()
  expect(await tabs()).not.toContain('Eighth of many')
  expect.soft(await look(page, 'view-tabs')).toEqual([])
  await page.goto(`${served.url}/contacts?view=all`)
}, 120_000)

test('on a phone the views are one button', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'View: All' }).click()
  await page.getByRole('menuitemradio', { name: 'Our customers' }).click()
  await page.getByRole('button', { name: 'View: Our customers' }).waitFor()
  await button('Remove the condition: Status is Customer').click()
  await page.getByRole('button', { name: 'View: Our customers, Changed' }).click()
  await page.getByRole('menuitem', { name: 'Reset' }).click()
  await button('Remove the condition: Status is Customer').waitFor()
  await page.setViewportSize({ width: 1440, height: 860 })
}, 60_000)

test('what opens first is mine, else my team’s, else my role’s, and the page says which', async () => {
  const north = await maya.make('teams', { name: 'North' })
  const [noor, iris] = [
    await colleague(browser, served, maya, 'Noor Said', 'staff'),
    await colleague(browser, served, maya, 'Iris Vale', 'staff'),
  ]
  for (const who of [noor, iris]) {
    const { id } = await who.read('me')
    const data = { teams: [{ id: north, role: null }] }
    expect((await page.request.patch(`${served.url}/api/users/${id}`, { data })).ok()).toBe(true)
  }
  const first = async ({ page: theirs }: Somebody, why: string, name: string) => {
    await theirs.goto(`${served.url}/contacts`)
    await theirs.getByText(why, { exact: true }).waitFor()
    await expect
      .poll(() => theirs.getByRole('rowheader').allInnerTexts(), { timeout: 10_000 })
      .toEqual([expect.stringMatching(name)])
  }
  const shared = { object: 'contact', place: 90 }
  const prospects = { ...shared, name: 'Prospects', visibility: 'all', state: { where: { status: 'prospect' } } }
  await page.goto(`${served.url}/contacts?view=${await maya.make('views', prospects)}`)
  await menuOf('Prospects', 'staff')
  await page.getByText('The view Prospects was saved').waitFor()
  await first(iris, 'Opens first for the role staff', 'Zieliński')

  const leads = { ...shared, name: 'Leads', visibility: 'team', state: { where: { status: 'lead' } } }
  await noor.page.goto(`${served.url}/contacts?view=${await noor.make('views', leads)}`)
  await noor.page.getByRole('button', { name: 'Settings of the view Leads' }).click()
  expect(await noor.page.getByRole('menuitemcheckbox', { name: 'staff' }).count()).toBe(0)
  await noor.page.getByRole('menuitemcheckbox', { name: 'North' }).click()
  await noor.page.getByText('The view Leads was saved').waitFor()
  await first(iris, 'Opens first for the team North', 'Raghavan')
  expect.soft(await look(iris.page, 'view-first')).toEqual([])

  const rossi = { ...shared, name: 'Rossi', state: { where: { last_name: 'Rossi' } } }
  await iris.page.goto(`${served.url}/contacts?view=${await iris.make('views', rossi)}`)
  await iris.page.getByRole('button', { name: 'Settings of the view Rossi' }).click()
  await iris.page.getByRole('menuitemcheckbox', { name: 'Open this view first' }).click()
  await iris.page.getByText('The view Rossi was saved').waitFor()
  await first(iris, 'Opens first for you', 'Rossi')
  await first(noor, 'Opens first for the team North', 'Raghavan')
  await noor.page.getByRole('button', { name: 'All', exact: true }).click()
  await expect.poll(() => noor.page.getByRole('rowheader').count()).toBe(4)
  expect([...noor.broken, ...iris.broken]).toEqual([])
}, 120_000)

test('every field can be asked, and what anybody writes runs nothing and breaks nothing', async () => {
  const naughty = ['<img src=x onerror="broken()">', '\u202eevil\u200b مرحبا', "'; drop table contacts; --", '%_\\']
  for (const text of naughty) {
    await page.goto(
      `${served.url}/contacts?where=${encodeURIComponent(JSON.stringify({ last_name: { contains: text } }))}`,
    )
    await page.getByRole('button', { name: /^Change the condition: Last name contains/ }).waitFor()
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  }
  expect.soft(await look(page, 'filter-naughty')).toEqual([])
  await page.goto(`${served.url}/contacts`)
  await button('Filter').click()
  await subject().click()
  const options = await page.getByRole('option').allInnerTexts()
  expect(options.length).toBeGreaterThan(20)
  for (const label of options.filter(option => !option.includes('›'))) {
    await subject().first().fill(label)
    await page.getByRole('option', { name: label, exact: true }).first().click()
    await filter().getByText(/match/).waitFor()
  }
  await page.keyboard.press('Escape')
}, 240_000)

test('what cannot be answered says so, and lets one go on', async () => {
  await page.goto(`${served.url}/contacts?view=all&where=${encodeURIComponent('{"nothing":{"gt":1}}')}`)
  await page.getByText('This filter cannot be answered').waitFor()
  await page.getByRole('alert').getByRole('button', { name: 'Clear' }).click()
  await shown('Laurent', 'Zieliński', 'Raghavan', 'Rossi')
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
