import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { servePage } from './page.ts'

const open: { server: FastifyInstance; folder: string }[] = []
afterEach(async () => {
  for (const { server, folder } of open.splice(0)) {
    await server.close()
    await rm(folder, { recursive: true })
  }
})

async function serverOf(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-page-'))
  await mkdir(join(folder, 'web/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'web', name), content)
  const server = fastify()
  await servePage(server, { folder: join(folder, 'web'), pages: { '/offer': 'offer.html' } })
  open.push({ server, folder })
  return server
}

const built = { 'index.html': '<html>', 'theme.js': '1', 'assets/a-1.js': 'plain', 'assets/a-1.js.br': 'packed' }

test('every address of the page is the document, asked for anew each time', async () => {
  const server = await serverOf(built)
  for (const url of ['/', '/contacts', '/contacts/1?edit=true', '/accounts/login/', '/analytics/pipeline', '/apiary']) {
    const { statusCode, body, headers } = await server.inject(url)
    expect([url, statusCode, body, headers['cache-control']]).toEqual([url, 200, '<html>', 'no-cache'])
  }
})

test('assets are kept for ever, and sent as they were packed', async () => {
  const server = await serverOf(built)
  const packed = await server.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'br' } })
  expect([packed.body, packed.headers['content-encoding'], packed.headers['cache-control']]).toEqual([
    'packed',
    'br',
    'public, max-age=31536000, immutable',
  ])
  expect((await server.inject('/assets/a-1.js')).body).toBe('plain')
  expect((await server.inject('/theme.js')).headers['cache-control']).toBe('no-cache')
})

test('a wrong address of the API or of an asset is not the page, and nothing outside is served', async () => {
  const server = await serverOf(built)
  for (const url of [
    '/api',
    '/api/nothing',
    '/assets/gone.js',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ]) {
    const { statusCode, body, headers } = await server.inject(url)
    expect([
      url,
      statusCode >= 400 || body === '<html>',
      body.includes('secret'),
      String(headers['cache-control']).includes('immutable'),
    ]).toEqual([url, true, false, false])
  }
  expect((await server.inject('/api/nothing')).statusCode).toBe(404)
})

test('says how to build a page that is not built', async () => {
  const { statusCode, body } = await (await serverOf({})).inject('/contacts')
  expect([statusCode, body]).toEqual([503, expect.stringContaining('npm run build')])
})

test('a page of its own has its address, and is listed nowhere', async () => {
  const server = await serverOf({ ...built, 'offer.html': '<html>offer' })
  const { body, headers } = await server.inject('/offer')
  expect([body, headers['x-robots-tag'], headers['cache-control']]).toEqual([
    '<html>offer',
    'noindex, nofollow',
    'no-cache',
  ])
})
