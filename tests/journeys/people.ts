// People who are in already, each in a browser of their own: what most journeys begin with.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { invitationToken } from '#kernel/server/identity/invitations.ts'
import type { Served } from './serve.ts'

export interface Somebody {
  readonly page: Page
  /** Makes a record through the API as this person, and tells its id. */
  make(plural: string, data: object): Promise<string>
  /** Reads from the API as this person. */
  read(path: string): Promise<Readonly<Record<string, unknown>>>
  /** What went wrong on their page. */
  readonly broken: readonly string[]
}

const password = 'a quiet river in may'

/** The first who comes. */
export async function owner(browser: Browser, served: Served): Promise<Somebody> {
  const context = await newContext(browser)
  const company = { company_name: 'Northwind', currency: 'EUR', language: 'en', time_zone: 'Europe/Paris' }
  const data = { name: 'Maya Chen', email: 'maya@northwind.example', password, ...company }
  await expectDone(context, `${served.url}/api/setup`, data)
  return enter(context, served)
}

interface Roles {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

/** Invited by the owner; unless said otherwise with the same rights. */
export async function colleague(
  browser: Browser,
  served: Served,
  by: Somebody,
  name: string,
  as: 'superuser' | 'staff' | 'regular' = 'superuser',
): Promise<Somebody> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@northwind.example`
  const { rows } = (await (await by.page.request.get(`${served.url}/api/roles`)).json()) as Roles
  const roles = rows.filter(role => role.name === as).map(({ id }) => ({ id, role: null }))
  const id = await by.make('invitations', { email, roles })
  const context = await newContext(browser)
  const token = invitationToken(served.kernel.secrets, id)
  await expectDone(context, `${served.url}/api/invitations/accept`, { token, name, password })
  return enter(context, served)
}

const newContext = (browser: Browser) =>
  browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', viewport: { width: 1440, height: 860 } })

async function expectDone(context: BrowserContext, url: string, data: object) {
  const answer = await context.request.post(url, { data })
  if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json().catch(() => ({}))) as { readonly id: string }
}

async function enter(context: BrowserContext, { url }: Served): Promise<Somebody> {
  const broken: string[] = []
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', error => broken.push(error.message))
  page.on('response', response => response.status() >= 500 && broken.push(`${response.status()} ${response.url()}`))
  return {
    page,
    broken,
    make: async (plural, data) => (await expectDone(context, `${url}/api/${plural}`, data)).id,
    read: async path => (await context.request.get(`${url}/api/${path}`)).json(),
  }
}
