// Every screen there is, at a desk and in a hand, in light and in dark, in English and in French: axe finds nothing,
// nothing runs over the edge, nothing fails, and nothing is read that nobody meant to say.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageParts } from '#modules/web.ts'
import { entries, type Screen, screensOf } from '../../scripts/looks/screens.ts'
import { covering } from '../contract/tried.ts'
import { makeFull, uploadAs } from '../factories.ts'
import { axe } from './axe.ts'
import { openBrowser } from './browser.ts'
import { go } from './go.ts'
import { owner, type Somebody } from './people.ts'
import { englishOf, textsOn, unmeant } from './seen.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let maya: Somebody
let screens: readonly Screen[]

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  const { request } = maya.page
  const me = (await (await request.get(`${served.url}/api/me`)).json()) as { readonly id: string }
  uploadAs(served.kernel, me.id)
  for (const model of served.kernel.models.all)
    await makeFull(served.kernel, model, model.object.owned ? { owner_id: me.id } : {})
  const first = async (plural: string) =>
    (await (await request.get(`${served.url}/api/${plural}?limit=1&sort=-created_at`)).json()).rows[0]?.id
  screens = await screensOf({ page: maya.page, url: served.url, first })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test('there is something of everything to look at', () => {
  const plurals = served.kernel.models.all.map(({ object }) => object.plural)
  expect(plurals.filter(plural => !screens.some(({ name }) => name === `record-${plural}`))).toEqual([])
})

test('every screen, as it is drawn', async () => {
  const like = alike()
  expect(like.length).toBeGreaterThan(10)
  const others = screens.filter(screen => !like.includes(screen))
  expect(await visitAll(maya.page.context(), others, looked)).toEqual([])
  expect(await visitAll(maya.page.context(), like, glanced)).toEqual([])
}, 600_000)

/** Screens of objects that have nothing which others have not: drawn by the same parts, they are not looked at as long. */
function alike(): readonly Screen[] {
  const { all } = served.kernel.models
  const special = new Set([...covering(all).map(({ name }) => name), ...Object.keys(pageParts.slots)])
  const plurals = all.filter(({ name }) => !special.has(name)).map(({ object }) => object.plural)
  return screens.filter(({ name }) => plurals.includes(/^(?:list|record|create|edit)-(.+)$/.exec(name)?.[1] ?? ''))
}

test('whoever is not in yet', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  expect(await visitAll(context, entries, looked)).toEqual([])
  await context.close()
}, 60_000)

test('every screen in French says nothing in English', async () => {
  const { request } = maya.page
  const labels = async () => new Set(labelsIn(await (await request.get(`${served.url}/api/schema`)).json()))
  const inEnglish = await labels()
  await request.patch(`${served.url}/api/me`, { data: { language: 'fr' } })
  const inFrench = await labels()
  const isEnglish = englishOf(inEnglish, inFrench)
  const read = async (page: Page) => (await textsOn(page)).filter(isEnglish)
  // The gallery shows samples, which are nobody's words.
  const spoken = screens.filter(({ name }) => name !== 'gallery')
  expect(await visitAll(maya.page.context(), spoken, read)).toEqual([])
}, 240_000)

test('nothing broke on the way', () => {
  expect(maya.broken).toEqual([])
})

/** Two at a time; answers with what each found, and where. */
async function visitAll(context: BrowserContext, all: readonly Screen[], find: (page: Page) => Promise<string[]>) {
  const waiting = [...all]
  const found: string[] = []
  const visitor = async () => {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const said: string[] = []
    page.on('pageerror', error => said.push(error.message))
    page.on('console', message => message.type() === 'error' && isOurs(message.text()) && said.push(message.text()))
    for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
      const here = await visit(page, screen, find).catch(error => [String(error)])
      found.push(...[...here, ...said.splice(0)].map(line => `${screen?.name}: ${line}`))
    }
    await page.close()
  }
  await Promise.all([visitor(), visitor()])
  return found
}

/** How a browser tells of a 401 or a 404, which are answers like others. */
const isOurs = (line: string) => !/Failed to load resource/.test(line)

async function visit(page: Page, { path, ready, open: unfold }: Screen, find: (page: Page) => Promise<string[]>) {
  await page.setViewportSize(desk)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await open(page, path)
  await page.locator(ready).first().waitFor()
  await unfold?.(page)
  await settled(page)
  const found = await find(page)
  // What was opened is not taken to the next screen.
  if (unfold) await page.goto('about:blank')
  return found
}

/** The page is loaded once. Before one is in, each address is a page of its own. */
async function open(page: Page, path: string) {
  if (page.url().startsWith(served.url) && !path.startsWith('/accounts')) return go(page, path)
  await page.goto('about:blank')
  await page.goto(served.url + path)
}

const desk = { width: 1440, height: 860 }
const hand = { width: 390, height: 844 }

/** What is wrong with a screen at both widths and in both themes. A theme is but colours. */
async function looked(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const size of [desk, hand]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForFunction(scheme => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
      await settled(page)
      const here = [
        ...(await axe(page, colorScheme === 'light' ? 'everything' : 'colours')),
        ...(colorScheme === 'light' ? [...(await tooWide(page)), ...unmeant(await textsOn(page))] : []),
      ]
      found.push(...here.map(line => `${size.width}, ${colorScheme}: ${line}`))
    }
  }
  return found
}

/** The same, in one theme, and by axe at one width. */
async function glanced(page: Page): Promise<string[]> {
  const found = [...(await axe(page)), ...unmeant(await textsOn(page))]
  await page.setViewportSize(hand)
  await settled(page)
  return [...found, ...(await tooWide(page))]
}

async function tooWide(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, document.getElementById('content') ?? document.body].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  )
  return wider > 0 ? [`${wider} pixels too wide`] : []
}

const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') &&
      document.getAnimations().every(({ playState, effect }) => {
        const { iterations } = effect?.getTiming() ?? {}
        return playState !== 'running' || iterations === Number.POSITIVE_INFINITY
      }),
  )

/** Every label in what the page is told. */
function labelsIn(told: unknown): string[] {
  if (Array.isArray(told)) return told.flatMap(labelsIn)
  if (typeof told !== 'object' || told === null) return []
  return Object.entries(told).flatMap(([name, value]) =>
    name === 'label' || name === 'options'
      ? [value]
          .flat()
          .flatMap(each => (typeof each === 'string' ? [each] : Object.values(each ?? {})))
          .filter(each => typeof each === 'string')
      : labelsIn(value),
  )
}
