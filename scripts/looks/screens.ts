import type { Page } from 'playwright-core'
import type { Company } from './company.ts'

export interface Screen {
  readonly name: string
  readonly path: string
  /** What is there when the screen is. */
  readonly ready: string
  /** What a person does before there is something to see. */
  readonly open?: (page: Page) => Promise<void>
}

interface Described {
  readonly objects: readonly { readonly plural: string; readonly area: string; readonly board: unknown }[]
}

/** Every address there is, for a company with so much in it. What is declared is found by what the page is told. */
export async function screensOf({ page, url, first }: Company): Promise<Screen[]> {
  const { objects } = (await (await page.request.get(`${url}/api/schema`)).json()) as Described
  const records = await Promise.all(
    objects.map(async ({ plural }) => ({ plural, id: await first(plural).catch(() => undefined) })),
  )
  return [
    { name: 'home', path: '/', ready },
    ...objects.map(({ plural }) => ({ name: `list-${plural}`, path: `/${plural}`, ready })),
    ...objects
      .filter(({ board }) => board)
      .map(({ plural }) => ({ name: `board-${plural}`, path: `/${plural}/board`, ready })),
    ...records.flatMap(({ plural, id }) =>
      id === undefined ? [] : [{ name: `record-${plural}`, path: `/${plural}/${id}`, ready }],
    ),
    ...objects
      .filter(({ area }) => area !== 'administration')
      .map(({ plural }) => ({
        name: `create-${plural}`,
        path: `/${plural}?create=true`,
        ready: '[role="dialog"] form',
      })),
    ...fixed.map(path => ({ name: path.slice(1).replaceAll('/', '-'), path, ready })),
    { name: 'command-menu', path: '/', ready, open: openMenu },
  ]
}

/** The content has a heading, or says that there is nothing at that address. */
const ready = '#content :is(h1, h2)'

const fixed = [
  '/accounts/profile',
  '/contacts/import',
  '/gallery',
  '/admin',
  '/admin/people',
  '/admin/teams',
  '/admin/roles',
  '/admin/company',
  '/nothing-at-this-address',
]

async function openMenu(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
}
