// A company to look at: Rapport as it is started, on an embedded database of its own, with somebody signed in.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '#kernel/server/config.ts'
import { fillDemo } from '#modules/demo/server/demo.ts'
import { openApp } from '../../apps/open-app.ts'
import { serve } from '../../apps/serve.ts'
import { ensurePage } from '../build-page.ts'

export const fills = ['empty', 'few', 'many'] as const
export type Filled = (typeof fills)[number]

export interface Company {
  readonly url: string
  readonly page: Page
  readonly filled: Filled
  /** Writes a record through the API, and tells its id. */
  make(plural: string, data: object): Promise<string>
  first(plural: string): Promise<string | undefined>
  /** The language of whoever is signed in. */
  speak(language: string): Promise<void>
  close(): Promise<void>
}

/** `first` gets to see it before anybody has said who they are. */
export async function openCompany(
  browser: Browser,
  filled: Filled,
  first: (stranger: Page, url: string) => Promise<void> = async () => {},
): Promise<Company> {
  await ensurePage()
  const folder = await mkdtemp(join(tmpdir(), 'looks-'))
  const app = await openApp(readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }))
  const { url, close } = await serve(app)
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris' })
  const page = await context.newPage()
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(url + path, { data })
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return (await answer.json()) as { readonly id: string }
  }
  await first(page, url)
  await post('/api/setup', owner)
  const company: Company = {
    url,
    page,
    filled,
    make: async (plural, data) => (await post(`/api/${plural}`, data)).id,
    async first(plural) {
      const { rows } = await (await context.request.get(`${url}/api/${plural}?limit=1`)).json()
      return rows[0]?.id
    },
    async speak(language) {
      const { person } = await (await context.request.get(`${url}/api/schema`)).json()
      const answer = await context.request.patch(`${url}/api/users/${person.id}`, { data: { language } })
      if (!answer.ok()) throw new Error(`The language was not set: ${await answer.text()}`)
    },
    async close() {
      await context.close()
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  if (filled === 'few') await fillFew(company)
  if (filled === 'many') await fillDemo(app.kernel, () => {})
  return company
}

const owner = {
  ...{ name: 'Maya Chen', email: 'maya@northwind.example', password: 'a quiet river in may' },
  ...{ company_name: 'Northwind', currency: 'EUR', language: 'en', time_zone: 'Europe/Paris' },
}

/** Three of each, made as a person would make them. */
async function fillFew({ make }: Company) {
  const company = await make('companies', { name: 'Atelier Brume' })
  for (const [first_name, last_name, status, email] of [
    ['Amélie', 'Laurent', 'customer', 'amelie@brume.example'],
    ['Tomasz', 'Zieliński', 'prospect', 'tomasz@brume.example'],
    ['Priya', 'Raghavan', 'lead', 'priya@brume.example'],
  ])
    await make('contacts', { first_name, last_name, status, email, company })
  const pipeline = await make('pipelines', { name: 'New business' })
  for (const [name, probability] of [
    ['Contact made', 10],
    ['Demo', 40],
    ['Proposal', 70],
  ] as const) {
    const stage = await make('stages', { pipeline, name, probability })
    await make('deals', { title: `${name}: fleet plan`, stage, company, value: { amount: '12500', currency: 'EUR' } })
  }
}
