import type { Page } from 'playwright-core'
import type { Company } from './company.ts'

export interface Screen {
  readonly name: string
  readonly path: string
  /** What is there when the screen is. */
  readonly ready: string
  /** What a person does before there is something to see; by the keyboard, which is the same in every language. */
  readonly open?: (page: Page) => Promise<void>
  /** Where it has a form at one width only. */
  readonly widths?: readonly number[]
}

interface Described {
  readonly objects: readonly {
    readonly name: string
    readonly plural: string
    readonly area: string
    readonly board: unknown
    readonly fields: readonly { readonly name: string }[]
    readonly verbs: readonly string[]
  }[]
}

/** Every address there is, for a company with so much in it. What is declared is found by what the page is told. */
export async function screensOf({ page, url, first }: Pick<Company, 'page' | 'url' | 'first'>): Promise<Screen[]> {
  const { objects } = (await (await page.request.get(`${url}/api/schema`)).json()) as Described
  const records = await Promise.all(
    objects.map(async object => ({ ...object, id: await first(object.plural).catch(() => undefined) })),
  )
  const there = records.filter(({ id }) => id !== undefined)
  const role = records.find(({ name }) => name === 'role')?.id
  return [
    { name: 'home', path: '/', ready },
    ...objects.map(({ plural }) => ({ name: `list-${plural}`, path: `/${plural}`, ready })),
    ...objects
      .filter(({ board }) => board)
      .map(({ plural }) => ({ name: `board-${plural}`, path: `/${plural}/board`, ready })),
    ...there.map(({ plural, id }) => ({ name: `record-${plural}`, path: `/${plural}/${id}`, ready })),
    ...objects
      .filter(({ area }) => area !== 'administration')
      .map(({ plural }) => ({ name: `create-${plural}`, path: `/${plural}?create=true`, ready: form })),
    ...there
      .filter(({ area }) => area !== 'administration')
      .map(({ plural, id }) => ({ name: `edit-${plural}`, path: `/${plural}/${id}?edit=true`, ready: form })),
    ...objects
      .filter(({ area, verbs }) => area !== 'administration' && verbs.includes('import'))
      .slice(0, 1)
      .map(({ plural }) => ({ name: `import-${plural}`, path: `/${plural}/import`, ready })),
    ...(await listsOn(page, url)).map(path => ({ name: path.slice(1).replaceAll('/', '-'), path, ready })),
    ...(role ? [{ name: 'admin-role', path: `/admin/roles/${role}`, ready }] : []),
    ...(await fixedOn(page, url)).map(path => ({ name: path.slice(1).replaceAll('/', '-'), path, ready })),
    ...opened(there.some(({ plural }) => plural === 'contacts') ? '/contacts' : '/'),
  ]
}

/** What whoever is not in sees. */
export const entries: readonly Screen[] = [
  '/accounts/login',
  '/accounts/reset',
  '/accounts/reset/#token=wrong',
  '/accounts/signup',
  '/accounts/signup/#token=wrong',
].map(path => ({ name: path.slice(1).replace(/\W+/g, '-'), path, ready: 'h1' }))

/** The content has a heading, or says that there is nothing at that address. */
export const ready = '#content :is(h1, h2)'
export const form = '[role="dialog"] form'

/** Addresses that the page knows by heart: its own, and those of modules. */
async function fixedOn(page: Page, url: string): Promise<string[]> {
  if (!page.url().startsWith(url)) await page.goto(url)
  await page.waitForFunction(() => '__TSR_ROUTER__' in self)
  return page.evaluate(() => {
    const { routesByPath } = (self as unknown as Routed).__TSR_ROUTER__
    const away = /\$|^\/(setup|accounts\/(login|logout|signup|reset))?$/
    return [...Object.keys(routesByPath).filter(path => !away.test(path)), '/nothing-at-this-address']
  })
}
/** Lists that somebody puts in order, as administration links to them. */
async function listsOn(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/admin/people`)
  await page.locator(ready).first().waitFor()
  const links = await page.locator('a[href^="/admin/lists/"]').evaluateAll(all => all.map(a => a.getAttribute('href')))
  return [...new Set(links)].filter(path => path !== null)
}
interface Routed {
  readonly __TSR_ROUTER__: { readonly routesByPath: object }
}

/** What opens over a list. */
const opened = (path: string): readonly Screen[] => [
  { name: 'command-menu', path, ready, open: byKeys('Control+k') },
  { name: 'shortcuts', path, ready, open: byKeys('?') },
  ...(path === '/' ? [] : [{ name: 'filter', path, ready: rows, open: openFilter }]),
  ...(path === '/' ? [] : [{ name: 'peek', path, ready: rows, widths: [1440], open: peek }]),
]
/** In a table or, on a phone, in cards. */
export const rows = '#content :is([data-record], li[aria-posinset])'

export const byKeys = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').first().waitFor()
}

export const isHand = (page: Page) => (page.viewportSize()?.width ?? 0) <= 768

async function openFilter(page: Page) {
  await byKeys('f')(page)
  await page.getByRole('dialog').getByRole('combobox').first().waitFor()
  if (isHand(page)) return
  // The list of what a condition may be about stands over it.
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
}

async function peek(page: Page) {
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.waitForURL(/peek=/)
}
