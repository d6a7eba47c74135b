// What a person opens on the screens: menus, dialogs, what is chosen, what went wrong. Found by their marks and keys,
// which are the same in every language.

import type { Page } from 'playwright-core'
import { byKeys, isHand, ready, rows, type Screen } from './screens.ts'

/** Each in a company that has something of everything. */
export async function doingsIn(first: (plural: string) => Promise<string | undefined>): Promise<Screen[]> {
  const [contact, deal] = await Promise.all([first('contacts'), first('deals')])
  if (!contact || !deal) return []
  return [...ofShell, ...ofList, ...ofRecord(`/contacts/${contact}`, `/deals/${deal}`), ...ofImport, ...ofAdmin]
}

const marked = (icon: string, within = '#content') => `${within} button:has(.tabler-icon-${icon})`

const press = (selector: string, then: string) => async (page: Page) => {
  await page.locator(selector).first().click()
  await page.locator(then).first().waitFor()
}

const menu = '[role="menu"] [role^="menuitem"]'
const dialog = '[role="dialog"]'
const onDesk = [1440]
const onPhone = [390]

const ofShell: readonly Screen[] = [
  { name: 'menu-create', path: '/contacts', ready, widths: onDesk, open: press(marked('plus', 'header'), menu) },
  { name: 'menu-person', path: '/contacts', ready, open: press('header [aria-haspopup="menu"] >> nth=-1', menu) },
  { name: 'notices', path: '/contacts', ready, open: press(marked('bell', 'header'), dialog) },
  { name: 'sheet-more', path: '/contacts', ready, widths: onPhone, open: press(marked('menu-2', 'body'), dialog) },
  { name: 'command-found', path: '/contacts', ready, open: searched },
  { name: 'announced', path: '/gallery', ready, open: press('#content button >> nth=1', '.mantine-Notification-root') },
  { name: 'announced-refusal', path: '/gallery', ready, open: press('#content button >> nth=2', '[role="alert"]') },
]

const where = encodeURIComponent(JSON.stringify({ status: 'customer', email: { empty: false } }))

const ofList: readonly Screen[] = [
  { name: 'list-filtered', path: `/contacts?where=${where}`, ready },
  { name: 'list-nothing-found', path: '/contacts?q=zzzzzz', ready },
  {
    name: 'list-grouped',
    path: '/deals?group=stage',
    ready: '#content [data-group], #content .tabler-icon-chevron-down',
  },
  {
    name: 'list-totals',
    path: '/deals',
    ready: rows,
    widths: onDesk,
    open: press(marked('sum'), marked('chevron-down', 'footer')),
  },
  { name: 'list-chosen', path: '/contacts', ready: rows, widths: onDesk, open: chosen },
  { name: 'list-bulk-edit', path: '/contacts', ready: rows, widths: onDesk, open: bulkEdit },
  { name: 'list-cell', path: '/contacts', ready: rows, widths: onDesk, open: inCell },
  { name: 'menu-group', path: '/deals', ready: rows, open: press(marked('list-tree'), menu) },
  { name: 'menu-columns', path: '/deals', ready: rows, widths: onDesk, open: press(marked('columns-3'), dialog) },
  { name: 'menu-sort', path: '/deals', ready: rows, open: press(marked('arrows-sort'), dialog) },
  { name: 'view-new', path: '/deals', ready: rows, widths: onDesk, open: press(marked('plus'), dialog) },
  { name: 'filter-built', path: '/contacts', ready: rows, open: filterBuilt },
  { name: 'list-failed', path: '/contacts', ready, open: failed },
]

const ofRecord = (contact: string, deal: string): readonly Screen[] => [
  { name: 'record-missing', path: '/contacts/019a0000-0000-7000-8000-000000000000', ready },
  { name: 'record-menu', path: deal, ready, open: press(marked('dots'), menu) },
  { name: 'record-remove', path: deal, ready, open: removing },
  { name: 'record-note', path: contact, ready, open: writing('n') },
  { name: 'record-task', path: contact, ready, open: writing('t') },
  {
    name: 'record-fact',
    path: contact,
    ready,
    widths: onDesk,
    open: writingFact,
  },
]
const content = '#content'

const ofImport: readonly Screen[] = [
  { name: 'import-columns', path: '/contacts/import', ready, open: imported },
  { name: 'import-preview', path: '/contacts/import', ready, open: previewed },
]

const ofAdmin: readonly Screen[] = ['people', 'teams', 'roles', 'fields'].map(name => ({
  name: `admin-${name}-new`,
  path: `/admin/${name}`,
  ready,
  open: press(marked('plus'), dialog),
}))

async function searched(page: Page) {
  await byKeys('Control+k')(page)
  await page.keyboard.type('ma')
  await page.locator(`${dialog} [role="option"]`).first().waitFor()
}

async function chosen(page: Page) {
  for (const at of [0, 1, 2]) await page.locator('[data-choose]').nth(at).click()
  await page.getByRole('toolbar').waitFor()
}

async function bulkEdit(page: Page) {
  await chosen(page)
  await press('[role="toolbar"] button:has(.tabler-icon-pencil)', `${dialog} form`)(page)
}

async function inCell(page: Page) {
  const cell = page.locator('[data-row="1"][data-field="email"]')
  const { width = 0 } = (await cell.boundingBox()) ?? {}
  // Beside the address, which is a link.
  await cell.dblclick({ position: { x: width - 6, y: 18 } })
  await page.locator('[data-editing] input').first().waitFor()
}

async function filterBuilt(page: Page) {
  await byKeys('f')(page)
  await page.getByRole('dialog').getByRole('combobox').first().waitFor()
  if (isHand(page)) await page.keyboard.press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-value]').first().waitFor()
}

/** The server says that it broke. */
async function failed(page: Page) {
  await page.route('**/api/contacts*', route => route.fulfill({ status: 500, json: { code: 'unexpected' } }))
  await page.goto(page.url())
  await page.getByRole('alert').waitFor({ timeout: 30_000 })
  await page.unrouteAll()
}

async function removing(page: Page) {
  await press(marked('dots'), menu)(page)
  await press('[role="menu"] button:has(.tabler-icon-trash)', dialog)(page)
}

const writing = (key: string) => async (page: Page) => {
  await page.keyboard.press(key)
  await page.locator('[data-panel="story"] :is(textarea, input, [contenteditable])').first().waitFor()
}

async function writingFact(page: Page) {
  await page.locator('[data-panel="facts"] dd button').first().press('Enter')
  await page.locator('[data-panel="facts"] dd :is(input, textarea)').first().waitFor()
}

const people = [
  ['First name', 'Last name', 'E-mail', 'Company', 'Shoe size'],
  ['Amélie', 'Laurent', 'amelie@brume.example', 'Atelier Brume', '38'],
  ['Tomasz', 'Zieliński', 'tomasz@vistula.example', 'Vistula Robotics', '44'],
  ['Priya', '', 'priya@saffron.example', 'Saffron Logistics', '37'],
  ['Jonas', 'Eklund', 'no address', 'Fjäll Outdoor', '45'],
]

async function imported(page: Page) {
  const buffer = Buffer.from(people.map(row => row.join(';')).join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer })
  await page.waitForURL(/import\/[\w-]+/)
  await page.locator(`${content} select, ${content} [role="combobox"]`).first().waitFor()
}

async function previewed(page: Page) {
  await imported(page)
  await page.locator(`${content} .mantine-Button-root:not([data-variant], [disabled])`).last().click()
  await page.waitForURL(/step=preview|preview/).catch(() => undefined)
  await page.locator(`${content} table, ${content} ul`).first().waitFor()
}
