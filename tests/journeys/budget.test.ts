// What is sent of scripts, as it is sent: for the first screen, and for each that one opens after it.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { owner, type Somebody } from './people.ts'
import { type Served, serve } from './serve.ts'

const web = join(import.meta.dirname, '../../dist/web')
let served: Served
let browser: Browser
let maya: Somebody

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** The scripts that were asked for until `work` ended, and their weight when packed. */
async function weigh(work: () => Promise<unknown>) {
  const asked = new Set<string>()
  const hear = (request: { url(): string }) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) asked.add(pathname)
  }
  maya.page.on('request', hear)
  await work()
  maya.page.off('request', hear)
  const bytes = [...asked].reduce((sum, path) => sum + statSync(join(web, `${path}.gz`)).size, 0)
  return { count: asked.size, kilobytes: Math.round(bytes / 1024) }
}

test('the first screen keeps to its budget, and so does each after it', async () => {
  const { page } = maya
  const id = await maya.make('contacts', { first_name: 'Ada', last_name: 'Lovelace' })
  const row = page.getByRole('link', { name: 'Ada Lovelace' })
  const first = await weigh(async () => {
    await page.goto(`${served.url}/contacts`)
    await row.waitFor()
  })
  const screens = {
    record: await weigh(async () => {
      await row.click()
      await page.waitForURL(`**/contacts/${id}`)
      await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor()
    }),
    home: await weigh(async () => {
      await page.getByRole('link', { name: 'Home', exact: true }).first().click()
      await page.getByRole('heading', { name: 'Hello, Maya', level: 1 }).waitFor()
    }),
    dashboard: await weigh(async () => {
      await page.getByRole('link', { name: 'Dashboards' }).first().click()
      await page.getByRole('link', { name: /^Contacts: 1/ }).waitFor()
    }),
    menu: await weigh(async () => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
    }),
  }
  console.log('scripts as sent, in KB:', { first, ...screens })
  expect(first.kilobytes).toBeLessThanOrEqual(250)
  expect(first.count).toBeLessThanOrEqual(40)
  expect(Object.entries(screens).filter(([, { kilobytes }]) => kilobytes > 80)).toEqual([])
}, 120_000)

test('no script stands in the document itself, which the policy would refuse', () => {
  const document = readFileSync(join(web, 'index.html'), 'utf8')
  expect(document.match(/<script(?![^>]*\bsrc=)/g)).toBeNull()
  expect(document).not.toMatch(/\son\w+=/)
})
