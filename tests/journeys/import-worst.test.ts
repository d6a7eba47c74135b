// Files as they come out of other programs and by mistake: understood or refused in a sentence; mended before anything
// is written; a long one shows how long it takes, is stopped, and taken back.

import iconv from 'iconv-lite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { owner, type Somebody } from './people.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let maya: Somebody
let page: Page

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  page = maya.page
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const choose = async (name: string, buffer: Buffer) => {
  await page.goto(`${served.url}/contacts/import`)
  await button(/Choose a file/).waitFor()
  await page.getByLabel('File to import').setInputFiles({ name, mimeType: 'text/csv', buffer })
}
const counted = async () => {
  await page.getByRole('button', { name: /Wrong$/ }).waitFor()
  const texts = await page
    .getByRole('button')
    .filter({ hasText: /^\d+(New|Changed|Unchanged|Wrong)$/ })
    .allInnerTexts()
  return texts.map(text => text.replace(/\s+/g, ' '))
}
const count = async () =>
  (await (await page.request.get(`${served.url}/api/contacts/totals`)).json()).rows[0]?.count ?? 0

test.each([
  ['a workbook', 'people.xlsx', workbook(), /workbook/],
  ['a picture', 'people.csv', picture(), /no table in text form/],
  ['nothing', 'people.csv', Buffer.alloc(0), /is empty/],
  ['headings alone', 'people.csv', Buffer.from('First name,Last name\r\n'), /no rows/],
  ['an open quotation mark', 'people.csv', Buffer.from('Last name\r\n"Lovelace\r\nHopper\r\n'), /never closed/],
])(
  '%s is refused in a sentence that says what to do',
  async (_, name, content, words) => {
    await choose(name, content)
    const alert = page.getByRole('alert').filter({ hasText: words })
    await alert.waitFor()
    expect((await alert.allTextContents()).join().length).toBeGreaterThan(30)
    await button(/Choose a file/).waitFor()
  },
  60_000,
)

/** Tabs, UTF-16 with its mark, the same heading twice, headings that say nothing, empty lines, cells of several lines. */
const foreign = iconv.encode(
  [
    'First name\tLast name\tE-mail Address\tE-mail Address\tjob\t\tzzz',
    '"Ada"\tLovelace\tada@engine.example\tada@old.example\t"Countess\nof ""Lovelace"""\t\t',
    '',
    'Grace\tHopper\tno address\t\tAdmiral\t\t',
    '\t\t\t\t\t\t',
    'مريم\tميرزاخاني\tmaryam@maths.example\t\t\t\tx',
    'Nobody\t\tnobody@void.example\t\t\t\t',
    '',
  ].join('\r\n'),
  'utf-16le',
  { addBOM: true },
)

test('a file in UTF-16 is read with its tabs, its doubled heading and its empty lines', async () => {
  await choose('export.txt', foreign)
  await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Encoding' }).inputValue()).toBe('UTF-16 LE')
  expect(await page.getByRole('combobox', { name: 'Separator' }).inputValue()).toMatch(/^Tab/)
  const into = page.getByRole('combobox', { name: 'Field for “E-mail Address”' })
  expect(await into.evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual([
    'Email',
    '',
  ])
  await button('Preview').click()
  expect(await counted()).toEqual(['2 New', '0 Changed', '0 Unchanged', '2 Wrong'])
}, 60_000)

test('what is wrong is mended before anything is written, and all of it comes in', async () => {
  await page.getByRole('button', { name: /Wrong$/ }).click()
  await page.getByRole('link', { name: 'Mend them' }).click()
  const cell = (name: RegExp) => page.getByRole('textbox', { name })
  await cell(/E-mail Address, row \d+/)
    .first()
    .fill('grace@navy.example')
  await cell(/Last name, row \d+/)
    .last()
    .fill('Known')
  expect.soft(await look(page, 'import-mend-before')).toEqual([])
  await button('Try again').click()
  await button('Import 4 rows').waitFor()
  expect.soft(await look(page, 'import-mended-before')).toEqual([])
  expect(await sideways()).toEqual([])
  expect(await count()).toBe(0)
  await button('Import 4 rows').click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  expect(await count()).toBe(4)
  await revert()
  expect(await count()).toBe(0)
}, 120_000)

test('100,000 rows: how long it still takes, stopped before the end, and taken back', async () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `First ${at},Last ${at},person.${at}@many.example`)
  await choose('many.csv', Buffer.from(`First name,Last name,Email\n${lines.join('\n')}\n`))
  await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
  // Straight in: to try each row first would only take as long again.
  const id = page.url().split('/').at(-1)
  await page.request.post(`${served.url}/api/imports/${id}/start`)
  await page.reload()
  await page.getByRole('progressbar').waitFor()
  await page.getByText(/^[\d,]+ a second$/).waitFor({ timeout: 60_000 })
  await page.getByText(/^in \d+ (seconds?|minutes?)$/).waitFor({ timeout: 60_000 })
  expect.soft(await look(page, 'import-running')).toEqual([])
  await button('Cancel').click()
  await page.getByRole('heading', { name: 'Stopped before the end' }).waitFor({ timeout: 60_000 })
  const written = await count()
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(100_000)
  await revert()
  expect(await count()).toBe(0)
}, 300_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})

async function revert() {
  await button('Revert').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revert' }).click()
  await page.getByRole('heading', { name: 'Reverted' }).waitFor({ timeout: 120_000 })
}

/** On a phone nothing of the comparison has to be pushed sideways. */
async function sideways(): Promise<string[]> {
  await page.setViewportSize({ width: 390, height: 844 })
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('#content section')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(section => section.getAttribute('aria-label') ?? section.className),
  )
  await page.setViewportSize({ width: 1440, height: 860 })
  return wide
}

/** How a workbook begins: it is a ZIP with parts of these names. */
function workbook() {
  const packed = Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 37) % 256))
  const parts = ['[Content_Types].xml', 'xl/workbook.xml'].map(name => {
    const head = Buffer.alloc(30)
    head.write('PK\u0003\u0004', 'latin1')
    head.writeUInt16LE(name.length, 26)
    return Buffer.concat([head, Buffer.from(name), packed])
  })
  return Buffer.concat(parts)
}

function picture() {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return Buffer.from([...head, ...Array.from({ length: 4000 }, (_, at) => (at * 7) % 251)])
}
