// Brings in the worst file there is, sees what would happen, mends what is wrong, and takes it all back.

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
  await maya.make('companies', { name: 'Atelier Brume' })
  await maya.make('contacts', { first_name: 'Amelie', last_name: 'Laurent', email: 'amelie@brume.example' })
  await maya.make('contacts', { first_name: 'Same', last_name: 'Person', email: 'same@brume.example' })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })
const choose = async (what: ReturnType<typeof file>) => page.locator('input[type=file]').setInputFiles(what)

/** As an old spreadsheet in France would write it: another encoding, another separator, names of its own. */
const nasty = iconv.encode(
  [
    'Prénom;Nom;Courriel;Société;Fonction;;Loisirs',
    'Amélie;Laurent;amelie@brume.example;Atelier Brume;Gérante;x;voile',
    'Same;Person;same@brume.example;;;;',
    '"=HYPERLINK(""http://evil.example"")";Formule;formule@brume.example;Atelier Brume;"Directeur\nde ""tout"";\net du reste";;',
    'Zoë;;zoe@brume.example;Inconnue SARL;Chef;;',
    'Bob;Barker;pas une adresse;;Chef;;',
    'Trop;Long;trop@brume.example;;Chef;;;;encore',
    '<b>Gras</b>;مرحبا بالعالم;gras@brume.example;;Chef;;',
  ].join('\r\n'),
  'windows-1252',
)

test('a picture is no file to import, and is told so', async () => {
  await page.goto(`${served.url}/contacts/import`)
  await button(/Choose a file/).waitFor()
  await choose(file('photo.csv', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 251))))
  await page.getByRole('alert').waitFor()
  expect.soft(await look(page, 'import-refused')).toEqual([])
}, 120_000)

test('the columns are proposed, with samples and how sure it is', async () => {
  await choose(file('vieux.csv', nasty))
  await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
  await page.getByText('Amélie · Same').first().waitFor()
  expect(await page.getByRole('combobox', { name: 'Encoding' }).inputValue()).toBe('Windows-1252')
  expect(await page.getByRole('combobox', { name: 'Separator' }).inputValue()).toMatch(/^Semicolon/)
  expect(await page.getByRole('combobox', { name: 'Field for “Prénom”' }).inputValue()).toBe('First name')
  expect(await page.getByRole('combobox', { name: 'Field for “Loisirs”' }).inputValue()).toBe('')
  expect.soft(await look(page, 'import-columns')).toEqual([])
}, 120_000)

test('read in another way the letters are wrong, and back again they are right', async () => {
  const encoding = page.getByRole('combobox', { name: 'Encoding' })
  await encoding.click()
  await page.getByRole('option', { name: 'UTF-8' }).click()
  await page.getByText('Am\uFFFDlie').first().waitFor()
  await page.getByRole('combobox', { name: 'Encoding' }).click()
  await page.getByRole('option', { name: 'Windows-1252' }).click()
  await page.getByText('Amélie · Same').first().waitFor()
  await page.reload()
  await page.getByText('Amélie · Same').first().waitFor()
}, 60_000)

test('a column put elsewhere is told to be one’s own choice, and stays after a reload', async () => {
  const leisure = page.getByRole('combobox', { name: 'Field for “Loisirs”' })
  await leisure.fill('Tags')
  await page.getByRole('option', { name: 'Tags' }).click()
  await page.getByText('Your choice').waitFor()
  await page.getByLabel('If “Loisirs” finds none').selectOption({ label: 'If none: create it' })
  await page.getByLabel('If “Société” finds none').selectOption({ label: 'If none: leave it empty' })
  await page.waitForLoadState('networkidle')
  await page.reload()
  expect(await leisure.inputValue()).toBe('Tags')
}, 60_000)

test('the dry run shows what is new, changed, unchanged and wrong, and writes nothing', async () => {
  await button('Preview').click()
  await page.getByRole('button', { name: /Wrong$/ }).waitFor()
  const counts = await page
    .getByRole('button', { pressed: undefined })
    .filter({ hasText: /^\d+(New|Changed|Unchanged|Wrong)$/ })
    .allInnerTexts()
  expect(counts.map(text => text.replace(/\s+/g, ' '))).toEqual(['2 New', '1 Changed', '1 Unchanged', '3 Wrong'])
  expect.soft(await look(page, 'import-new')).toEqual([])
  await page
    .getByRole('button', { name: /Changed$/ })
    .first()
    .click()
  await page.waitForURL(/show=updated/)
  await page.getByRole('deletion').getByText('Amelie').waitFor()
  await page.getByRole('insertion').getByText('Amélie').waitFor()
  expect.soft(await look(page, 'import-changed')).toEqual([])
  await page.getByRole('button', { name: /Wrong$/ }).click()
  await page
    .getByText(/Last name: /)
    .first()
    .waitFor()
  expect.soft(await look(page, 'import-wrong')).toEqual([])
  const { rows } = await (await page.request.get(`${served.url}/api/contacts`)).json()
  expect(rows).toHaveLength(2)
}, 120_000)

test('back leads to the columns, forward to the preview', async () => {
  await button('Back to the columns').click()
  await page.getByRole('heading', { name: 'Columns of the file' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: /Wrong$/ }).waitFor()
}, 60_000)

test('imports, and what is written is what was shown', async () => {
  await button('Import 3 rows').click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  expect.soft(await look(page, 'import-done')).toEqual([])
  await page.getByRole('link', { name: 'Open Contacts' }).click()
  await page.getByText('=HYPERLINK("http://evil.example") Formule').first().waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
}, 60_000)

test('wrong rows are mended in a grid from the keyboard, kept over a reload, and tried again', async () => {
  await page.getByRole('link', { name: 'Mend them' }).click()
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
  await cell('Nom, row 5').fill('Zelig')
  await cell('Courriel, row 6').fill('bob@brume.example')
  await page.reload()
  expect(await cell('Nom, row 5').inputValue()).toBe('Zelig')
  await page.getByText('2 rows changed').waitFor()
  await cell('Nom, row 5').press('Enter')
  expect(await cell('Nom, row 6').evaluate(input => input === document.activeElement)).toBe(true)
  expect.soft(await look(page, 'import-mend')).toEqual([])
  await button('Try again').click()
  await button('Import 2 rows').click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  await page.getByText('1 row was not taken').waitFor()
}, 120_000)

test('earlier imports are listed; the first one is reverted, and what it did is gone', async () => {
  await page.goto(`${served.url}/contacts/import`)
  // What was mended is an import of its own: the first one stands below it.
  const first = page.getByRole('link', { name: 'vieux.csv' }).last()
  await first.waitFor()
  expect.soft(await look(page, 'import-start')).toEqual([])
  await first.click()
  await button('Revert').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revert' }).click()
  await page.getByRole('heading', { name: 'Reverted' }).waitFor()
  expect.soft(await look(page, 'import-reverted')).toEqual([])
  const { rows } = await (await page.request.get(`${served.url}/api/contacts?sort=last_name`)).json()
  expect(rows.map((row: { first_name: string; last_name: string }) => `${row.first_name} ${row.last_name}`)).toEqual([
    'Bob Barker',
    'Amelie Laurent',
    'Same Person',
    'Zoë Zelig',
  ])
}, 120_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
