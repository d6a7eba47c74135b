import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { openBrowser } from '../../tests/journeys/browser.ts'
import type { Visit } from './visit.ts'

interface Lighthouse {
  default(url: string, flags: object, config: unknown): Promise<{ lhr: Result } | undefined>
  readonly desktopConfig: unknown
}
interface Result {
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>
  >
}

const targets = { performance: 95, accessibility: 100, 'best-practices': 100 }

/** What Lighthouse says of a list and of a record at a desk. It is large, and installed only by who wants to know. */
export async function lighthouse(visit: Visit) {
  const tool = await find()
  if (!tool)
    return visit.report.line({ work: 'Lighthouse: npm install --no-save lighthouse, and run this again', ours: '' })
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  try {
    const { rows } = (await (await fetch(`${visit.url}/api/contacts?limit=1`, { headers: visit.headers })).json()) as {
      rows: readonly { id: string }[]
    }
    for (const [name, path] of [
      ['list', '/contacts'],
      ['record', `/contacts/${rows[0]?.id}`],
    ] as const) {
      const flags = { port, output: 'json', extraHeaders: visit.headers, onlyCategories: Object.keys(targets) }
      const run = await tool.default(`${visit.url}${path}`, flags, tool.desktopConfig)
      for (const [category, target] of Object.entries(targets)) {
        const found = run?.lhr.categories[category]
        const score = Math.round((found?.score ?? 0) * 100)
        const work = `Lighthouse, ${name}: ${found?.title ?? category}`
        visit.report.line({ work, ours: String(score), target: `>= ${target}`, ok: score >= target })
      }
    }
  } finally {
    await browser.close()
  }
}

async function find(): Promise<Lighthouse | undefined> {
  const name = 'lighthouse'
  return import(name).catch(() => undefined)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(listening => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await new Promise(closed => server.close(closed))
  return port
}
