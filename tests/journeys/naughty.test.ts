// Each text that wants to be more than a text, in every field of every object and wherever else a person writes:
// nothing of it runs, and it bends no screen.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Field } from '#kernel/schema/field.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { screensOf } from '../../scripts/looks/screens.ts'
import { covering } from '../contract/tried.ts'
import { inputOf, writableFields } from '../contract/world.ts'
import { needs, uploadAs, type Values } from '../factories.ts'
import { openBrowser } from './browser.ts'
import { bentOn, mischief, ranOn, type Trick, watch } from './mischief.ts'
import { colleague, owner, type Somebody } from './people.ts'
import { serve } from './serve.ts'

let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let maya: Somebody
let tom: Somebody
let page: Page
/** So many letters of it, and none of them in two. */
const start = (trick: Trick, most: number) => [...mischief[trick]].slice(0, most).join('')
const tricks = Object.keys(mischief) as Trick[]
/** plural → trick → the record that is full of it. */
const made = new Map<string, Map<Trick, string>>()

beforeAll(async () => {
  served = await serve()
  browser = await openBrowser()
  maya = await owner(browser, served)
  tom = await colleague(browser, served, maya, 'Tom Reed')
  page = maya.page
  await Promise.all([watch(page), watch(tom.page)])
  uploadAs(served.kernel, (await me(maya)).id)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test('every field takes it as the text that it is, or refuses it', async () => {
  const counts: Record<string, number> = {}
  for (const model of served.kernel.models.all) {
    const records = new Map<Trick, string>()
    for (const trick of tricks) {
      const id = await put(model, mischief[trick])
      if (id) records.set(trick, id)
    }
    made.set(model.object.plural, records)
    counts[model.object.plural] = records.size
  }
  // A link between two records has nothing that one could write into.
  expect(Object.entries(counts).filter(([, count]) => count < tricks.length)).toEqual([])
}, 240_000)

test('lists, boards, administration and what opens over them', async () => {
  const first = async () => undefined
  const screens = await screensOf({ page, url: served.url, first })
  expect(await visitAll(screens.map(({ path }) => path))).toEqual([])
}, 400_000)

test('records, each full of one of them', async () => {
  // What is drawn follows from the types of fields: those objects are looked at that together have all of them.
  const paths = covering(served.kernel.models.all).flatMap(({ object: { plural } }) =>
    [...(made.get(plural)?.values() ?? [])].map(id => `/${plural}/${id}`),
  )
  expect(paths.length).toBeGreaterThan(50)
  expect(await visitAll(paths)).toEqual([])
}, 600_000)

test('edited, found, filtered by', async () => {
  const paths = tricks.flatMap(trick => {
    const text = encodeURIComponent(start(trick, 80))
    const where = encodeURIComponent(JSON.stringify({ last_name: { contains: start(trick, 80) } }))
    const id = made.get('contacts')?.get(trick)
    return [`/contacts?q=${text}`, `/contacts?where=${where}`, `/contacts/${id}?edit=true`, `/contacts?peek=${id}`]
  })
  expect(await visitAll(paths)).toEqual([])
}, 400_000)

test('names of views, tags, files and steps, and what is said of them', async () => {
  const about = made.get('contacts')?.get('emoji') ?? ''
  const tags: string[] = []
  for (const trick of tricks) {
    const name = start(trick, 60)
    await post('views', { object: 'contact', name, state: { where: { last_name: name } } })
    tags.push((await post('tags', { name: `${start(trick, 40)} too` })).id)
    const file = await send(start(trick, 120))
    const title = `${start(trick, 200)} file`
    await post('attached_files', { name: title, file, about: [{ object: 'contact', id: about }] })
    await post('notes', { body: start(trick, 5000), about: [{ object: 'contact', id: about }] })
  }
  await page.request.patch(`${served.url}/api/contacts/${about}`, { data: { tags } })
  const paths = ['/contacts', `/contacts/${about}`, `/contacts?peek=${about}`, '/tags', '/views', '/attached_files']
  expect(await visitAll(paths)).toEqual([])
}, 200_000)

test('roles, the steps of a deal, and the names of fields', async () => {
  const pipeline = (await post('pipelines', { name: 'Naughty' })).id
  const [paths, deals]: [string[], string[]] = [[], []]
  for (const [place, trick] of tricks.entries()) {
    const name = `${start(trick, 50)} also`
    const role = await post('roles', { name, description: start(trick, 250) })
    const stage = await post('stages', { pipeline, name, place, probability: 10 })
    const deal = await post('deals', { title: 'Plain', stage: stage.id })
    deals.push(`/deals/${deal.id}`)
    paths.push(`/admin/roles/${role.id}`)
    await post('custom_fields', { object: 'company', name: `c_naughty_${trick}`, label: name, type: 'text' })
  }
  await page.goto(`${served.url}/companies`)
  const board = `/deals/board?where=${encodeURIComponent(JSON.stringify({ pipeline }))}`
  expect.soft(await visitAll([...paths, '/admin/roles', board, '/companies?create=true'])).toEqual([])
  for (const [at, path] of deals.entries()) {
    const line = page.getByText(`· ${at + 1} of ${tricks.length}`)
    expect.soft(await visit(page, path)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 860 })
    await line.waitFor()
    expect.soft(await line.evaluate(ends), path).toMatchObject({ isInOrder: true })
  }
}, 400_000)

test('the menu that finds it, the notice that tells of it, and the word of what was done', async () => {
  const { id: tomId } = await me(tom)
  await visit(tom.page, '/companies')
  for (const trick of tricks) await post('contacts', { last_name: `${start(trick, 90)} theirs`, owner_id: tomId })
  await tom.page.setViewportSize({ width: 1440, height: 860 })
  await tom.page.getByRole('button', { name: `${tricks.length} new notifications` }).click()
  await tom.page.getByText('theirs').first().waitFor()
  expect([...(await bentOn(tom.page)), ...(await ranOn(tom.page))]).toEqual([])

  await visit(page, '/companies')
  await page.setViewportSize({ width: 1440, height: 860 })
  await page.keyboard.press('Control+k')
  for (const query of ['theirs', 'mischief', '<img src=x onerror=mischief=1>']) {
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill(query)
    await page.getByRole('option').first().waitFor()
    expect([...(await bentOn(page)), ...(await ranOn(page))]).toEqual([])
  }
  await page.keyboard.press('Escape')

  const longest = made.get('contacts')?.get('long')
  await visit(page, `/contacts/${longest}`)
  await page.setViewportSize({ width: 1440, height: 860 })
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  expect([...(await bentOn(page)), ...(await ranOn(page))]).toEqual([])
}, 200_000)

test('a file to import, with all of it in its headings and its cells', async () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const texts = Object.values(mischief)
  const lines = [['Last name', ...texts], ...texts.map(text => [text, ...texts])]
  const csv = lines.map(line => line.map(cell).join(',')).join('\r\n')
  await visit(page, '/contacts/import')
  const buffer = Buffer.from(csv)
  await page
    .getByLabel('File to import')
    .setInputFiles({ name: `${mischief.markup.slice(0, 60).replaceAll('/', '')}.csv`, mimeType: 'text/csv', buffer })
  const columns = page.getByRole('heading', { name: 'Columns of the file' })
  await columns.waitFor()
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 860 })
    await rested(page)
    expect.soft([...(await bentOn(page)), ...(await ranOn(page))]).toEqual([])
  }
}, 200_000)

test('nothing broke on the way', () => {
  expect([...maya.broken, ...tom.broken]).toEqual([])
})

/** Whether its first letter stands before its last, as it is read. */
function ends(element: Element) {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text
  const left = (at: number) => {
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().left
  }
  return { isInOrder: left(0) < left(text.length - 1) }
}

async function post(plural: string, data: object): Promise<{ id: string }> {
  const answer = await page.request.post(`${served.url}/api/${plural}`, { data })
  expect(answer.status(), `${plural}: ${await answer.text()}`).toBe(201)
  return answer.json()
}

async function send(name: string): Promise<string> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from('x') }
  const answer = await page.request.post(`${served.url}/api/files`, { multipart: { file } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).id
}

const me = async ({ page: { request } }: Somebody) =>
  (await (await request.get(`${served.url}/api/me`)).json()) as { readonly id: string }

/** A record with the text in whatever takes one; without it in what does not. */
async function put(model: Model, text: string): Promise<string | undefined> {
  const least = inputOf(model, await needs(served.kernel, model))
  const places = writableFields(model).filter(([, field]) => texts.has(field.type))
  const full: Values = Object.fromEntries(places.map(([name, field]) => [name, fitted(field, text)]))
  for (let rounds = 0; rounds < 12; rounds++) {
    const answer = await page.request.post(`${served.url}/api/${model.object.plural}`, { data: { ...least, ...full } })
    const body = await answer.json()
    if (answer.status() === 201) return body.id
    expect(answer.status(), JSON.stringify(body)).toBeLessThan(500)
    const refused = ((body.fields ?? []) as { field: string }[]).filter(({ field }) => field in full)
    if (refused.length === 0) throw new Error(`${model.name}: ${JSON.stringify(body).slice(0, 400)}`)
    for (const { field } of refused) delete full[field]
  }
  return undefined
}

const texts = new Set(['text', 'long_text', 'rich_text', 'json', 'email', 'url'])

/** As much of it as the field has room for. */
function fitted(field: Field, text: string): unknown {
  if (field.type === 'rich_text') return `<p>${text}</p>`
  if (field.type === 'json') return { text }
  if (field.type === 'url') return `https://example.com/${text}`
  if (field.type === 'email') return `"${text}"@example.com`
  return [...text].slice(0, field.type === 'text' || field.type === 'long_text' ? (field.max ?? 255) : 255).join('')
}

async function visitAll(paths: readonly string[]) {
  const found: string[] = []
  for (const path of paths) found.push(...(await visit(page, path)).map(line => `${path.slice(0, 90)} ${line}`))
  return found
}

async function visit(on: Page, path: string) {
  if (!on.url().startsWith(served.url)) await on.goto(served.url)
  await on.setViewportSize({ width: 1440, height: 860 })
  await on.evaluate(async href => {
    await (self as unknown as Routed).__TSR_ROUTER__.navigate({ href })
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  }, path)
  await on.locator('#content :is(h1, h2, h3, form)').first().waitFor()
  await rested(on)
  const wide = await bentOn(on)
  await on.setViewportSize({ width: 390, height: 844 })
  await rested(on)
  const narrow = await bentOn(on)
  return [...wide.map(line => `1440: ${line}`), ...narrow.map(line => `390: ${line}`), ...(await ranOn(on))]
}

const rested = (on: Page) => on.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))

interface Routed {
  readonly __TSR_ROUTER__: { navigate(to: { readonly href: string }): Promise<void> }
}
