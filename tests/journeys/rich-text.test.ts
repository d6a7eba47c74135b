// Text with bold letters, lists and links: written by hand, kept as it is, and never more than it may be.

import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { look } from './looks.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

let served: Served
let browser: Browser
let maya: Somebody
let editor: Locator

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  editor = maya.page.locator('[contenteditable=true]')
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const notes = async () =>
  (
    (await (await maya.page.request.get(`${served.url}/api/notes?sort=-created_at`)).json()) as {
      rows: { body: string }[]
    }
  ).rows

test('a note takes what the keyboard gives it, and Ctrl Enter sends it', async () => {
  const { page } = maya
  const company = await maya.make('companies', { name: 'Vistula Robotics' })
  await page.goto(`${served.url}/companies/${company}`)
  await page.getByRole('region', { name: 'Write' }).getByRole('textbox', { name: 'Body' }).click()
  await editor.waitFor()
  await page.keyboard.type('Wants ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('forty seats')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- SSO')
  await page.keyboard.press('Enter')
  await page.keyboard.type('<img src=x onerror=alert(1)>')
  expect(await editor.locator('li').allInnerTexts()).toEqual(['SSO', '<img src=x onerror=alert(1)>'])
  await page.keyboard.press('Control+Enter')
  await page.getByText('Note was added').first().waitFor()
  expect((await notes())[0]?.body).toBe(
    '<p>Wants <strong>forty seats</strong></p><ul><li><p>SSO</p></li><li><p>&lt;img src=x onerror=alert(1)&gt;</p></li></ul>',
  )
}, 120_000)

test('what was written before is there with its letters, and a link is put on what is marked', async () => {
  const { page } = maya
  const id = await maya.make('notes', { body: '<p>See <strong>the plan</strong></p>' })
  await page.goto(`${served.url}/notes/${id}?edit=true`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Body' }).focus()
  await editor.waitFor()
  expect(await editor.innerHTML()).toContain('<strong>the plan</strong>')
  await page.keyboard.press('Control+a')
  await dialog.getByRole('button', { name: 'Link' }).click()
  await page.keyboard.type('plan.example/a')
  await page.keyboard.press('Enter')
  await editor.getByRole('link', { name: 'See' }).waitFor()
  expect.soft(await look(page, 'rich-text')).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await notes())[0]?.body).toMatch(
    /<a href="https:\/\/plan\.example\/a"[^>]*>See <strong>the plan<\/strong><\/a>/,
  )
}, 120_000)

test('what is pasted brings nothing that runs', async () => {
  const { page } = maya
  await page.goto(`${served.url}/notes?create=true`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Body' }).focus()
  await editor.waitFor()
  await editor.evaluate(element => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<p onclick="ran=1">Kept<script>ran=1</script><a href="javascript:ran=1">link</a><iframe src="/"></iframe><img src=x onerror="ran=1"></p>',
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await editor.getByText('Kept').waitFor()
  expect(await editor.innerHTML()).not.toMatch(/script|onclick|onerror|iframe|javascript/)
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  expect(maya.broken).toEqual([])
}, 120_000)
