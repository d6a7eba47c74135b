// A deal on its page: how far it has come, moved on by mouse and by keyboard, and what a stage asks of it.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { openBrowser } from './browser.ts'
import { owner, type Somebody } from './people.ts'
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
  const post = async (plural: string, data: object): Promise<{ readonly id: string }> =>
    (await page.request.post(`${served.url}/api/${plural}`, { data })).json()
  const { id: pipeline } = await post('pipelines', { name: 'Sales' })
  const stages: string[] = []
  for (const [place, name] of ['Qualified', 'Proposal', 'Signing'].entries()) {
    const requires = name === 'Signing' ? ['close_date'] : []
    stages.push((await post('stages', { pipeline, name, place, probability: place * 30, requires })).id)
  }
  const { id } = await post('deals', { title: 'Fleet renewal', stage: stages[0] })
  await page.goto(`${served.url}/deals/${id}`)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const at = (text: string) => page.getByText(text, { exact: true }).waitFor()
const step = (name: string) => page.getByRole('list', { name: 'Stages of the pipeline' }).getByRole('button', { name })

test('it shows how far it has come, and goes on', async () => {
  await at('Qualified · 1 of 3')
  await step('Move to Proposal').click()
  await at('Proposal · 2 of 3')
  expect(await axe(page)).toEqual([])
}, 60_000)

test('a stage that asks for more says what, and the deal stays', async () => {
  await step('Move to Signing').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByRole('listitem').getByText('Expected close').waitFor()
  await at('Proposal · 2 of 3')
}, 60_000)

test('what is won is moved no more', async () => {
  await page.getByRole('button', { name: 'Mark as won' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as won' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => step('Move to Qualified').isDisabled(), { timeout: 10_000 }).toBe(true)
}, 60_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})
