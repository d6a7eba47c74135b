import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { Refused } from '../../schema/refused.ts'
import { makeOutbound, type OutboundOptions } from './outbound.ts'

const open: (Server | TcpServer)[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})

async function listen<S extends Server | TcpServer>(server: S, host = '127.0.0.1', port = 0) {
  open.push(server)
  await once(server.listen(port, host), 'listening')
  return (server.address() as AddressInfo).port
}

/** A server that answers so, and a client that may reach it. */
async function serve(answer: RequestListener, options: OutboundOptions = {}) {
  const port = await listen(createServer(answer))
  return { port, url: `http://127.0.0.1:${port}`, ...makeOutbound({ allow: [`127.0.0.1:${port}`], ...options }) }
}

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw new Error('nothing was refused', { cause: error })
  return { code: error.code, kind: error.kind }
}

describe('a request outside', () => {
  test('sends and brings back', async () => {
    const { fetch, url } = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', chunk => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(201, { 'x-was': `${request.method} ${request.url} ${request.headers['content-type']}` })
        response.end(Buffer.concat(chunks))
      })
    })
    const headers = { 'Content-Type': 'text/plain', Host: 'else', 'Transfer-Encoding': 'chunked' }
    const reply = await fetch(`${url}/a?b=c#d`, { method: 'post', headers, body: 'Grüße' })
    expect(reply).toMatchObject({ status: 201, url: `${url}/a?b=c#d` })
    expect(reply.headers['x-was']).toBe('POST /a?b=c text/plain')
    expect(reply.body.toString()).toBe('Grüße')
  })

  test.each([
    ['gzip', gzipSync('packed')],
    ['br', brotliCompressSync('packed')],
  ])('unpacks %s', async (encoding, body) => {
    const { fetch, url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    )
    expect((await fetch(url)).body.toString()).toBe('packed')
  })

  test('takes no body where none comes', async () => {
    const { fetch, url } = await serve((request, response) => {
      const bare = { 'content-encoding': 'gzip', 'content-length': '99999999' }
      response.writeHead(request.method === 'HEAD' ? 200 : 304, bare).end()
    })
    expect((await fetch(url, { method: 'HEAD' })).body.length).toBe(0)
    expect((await fetch(url)).status).toBe(304)
  })

  test('greets a server of https by its name, at the address that was looked at', async () => {
    const hello = Promise.withResolvers<Buffer>()
    const port = await listen(
      createTcpServer(socket => {
        socket.once('data', chunk => {
          hello.resolve(chunk)
          socket.destroy()
        })
        socket.on('error', () => {})
      }),
    )
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const { fetch } = makeOutbound({ allow: [`127.0.0.1:${port}`], resolve })
    expect(await refusal(fetch(`https://secure.example:${port}/`))).toEqual({
      code: 'fetch.unreachable',
      kind: 'broken',
    })
    const sent = await hello.promise
    expect(sent[0]).toBe(22)
    expect(sent.toString('latin1')).toContain('secure.example')
  })
})

describe('what is inside', () => {
  const neverCalled: RequestListener = () => {
    throw new Error('was reached')
  }

  test.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::1]:PORT/',
    'http://0:PORT/',
    'http://localhost:PORT/',
    'http://localhost.:PORT/',
    'http://127。0。0。1:PORT/',
    'http://169.254.169.254:PORT/latest/meta-data/',
  ])('is not reached by %s', async url => {
    const port = await listen(createServer(neverCalled), '::')
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    const { fetch } = makeOutbound({ ports: [port], resolve })
    expect(await refusal(fetch(url.replace('PORT', String(port))))).toEqual({
      code: 'fetch.closed-address',
      kind: 'refused',
    })
  })

  test.each([
    ['ftp://example.org/', 'fetch.not-the-web'],
    ['file:///etc/passwd', 'fetch.not-the-web'],
    ['javascript:1', 'fetch.not-the-web'],
    ['http://', 'fetch.not-an-address'],
    ['example.org', 'fetch.not-an-address'],
    ['http://ada:secret@example.org/', 'fetch.password-in-address'],
    ['http://8.8.8.8:22/', 'fetch.closed-port'],
  ])('%s: %s', async (url, code) => {
    expect((await refusal(makeOutbound().fetch(url))).code).toBe(code)
  })

  test('is not reached by a name, not even by one that leads outside as well', async () => {
    const port = await listen(createServer(neverCalled))
    const asked = (address: string) =>
      makeOutbound({ ports: [port], resolve: async () => [{ address, family: 4 }] }).fetch(
        `http://inside.example:${port}/`,
      )
    expect((await refusal(asked('127.0.0.1'))).code).toBe('fetch.closed-address')
    const both = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '192.0.2.1', family: 4 },
    ]
    const { fetch } = makeOutbound({ ports: [port], allow: ['192.0.2.1'], resolve: both })
    expect((await refusal(fetch(`http://inside.example:${port}/`, { timeoutMs: 300 }))).kind).toBe('broken')
  })

  test('is not reached by a name whose answer changes', async () => {
    let reached = 0
    const { port } = await serve(() => {})
    await listen(
      createServer((_, response) => {
        reached += 1
        response.end('inside')
      }),
      '127.0.0.2',
      port,
    )
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2']
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
    open[0]?.removeAllListeners('request')
    open[0]?.on('request', (_, response) => response.writeHead(302, { location: '/again' }).end())
    const { fetch } = makeOutbound({ allow: [`127.0.0.1:${port}`], ports: [port], resolve })
    expect((await refusal(fetch(`http://turns.example:${port}/`))).code).toBe('fetch.closed-address')
    expect(answers).toHaveLength(1)
    expect(reached).toBe(0)
  })

  test.each([
    ['http://127.0.0.2:PORT/', 'fetch.closed-address'],
    ['//[::1]:PORT/', 'fetch.closed-address'],
    ['file:///etc/passwd', 'fetch.not-the-web'],
    ['http://a:b@127.0.0.1:PORT/', 'fetch.password-in-address'],
  ])('is not reached by a redirect to %s', async (location, code) => {
    const { url, port } = await serve((_, response) => {
      response.writeHead(302, { location: location.replace('PORT', String(port)) }).end()
    })
    const { fetch } = makeOutbound({ allow: [`127.0.0.1:${port}`], ports: [port] })
    expect(await refusal(fetch(url))).toEqual({ code, kind: 'refused' })
  })
})

describe('redirects', () => {
  const echo: RequestListener = (request, response) => {
    const status = Number(/\/(3\d\d)/.exec(request.url ?? '')?.[1])
    if (status) return void response.writeHead(status, { location: '/end' }).end()
    response.setHeader('x-method', request.method ?? '')
    response.setHeader('x-type', request.headers['content-type'] ?? 'none')
    request.pipe(response)
  }

  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [302, 'PUT', 'PUT', 'body'],
    [303, 'PUT', 'GET', ''],
    [307, 'POST', 'POST', 'body'],
    [308, 'POST', 'POST', 'body'],
  ])('%i of a %s becomes a %s', async (status, method, became, body) => {
    const { fetch, url } = await serve(echo)
    const reply = await fetch(`${url}/${status}`, { method, body: 'body', headers: { 'content-type': 'text/plain' } })
    expect(reply.url).toBe(`${url}/end`)
    expect(reply.headers['x-method']).toBe(became)
    expect(reply.headers['x-type']).toBe(body ? 'text/plain' : 'none')
    expect(reply.body.toString()).toBe(body)
  })

  test('are counted, and given back as they are when none is wanted', async () => {
    const { fetch, url } = await serve((_, response) => response.writeHead(302, { location: '/more' }).end())
    expect((await refusal(fetch(url, { maxRedirects: 3 }))).code).toBe('fetch.too-many-redirects')
    expect(await fetch(url, { maxRedirects: 0 })).toMatchObject({ status: 302, headers: { location: '/more' } })
  })

  test('to another server take no credentials along, to the same one they do', async () => {
    const tell: RequestListener = (request, response) => response.end(JSON.stringify(request.headers))
    const other = await listen(createServer(tell))
    const { port } = await serve((request, response) => {
      if (request.url === '/stay') return void response.writeHead(307, { location: '/tell' }).end()
      if (request.url === '/tell') return tell(request, response)
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end()
    })
    const { fetch } = makeOutbound({ allow: [`127.0.0.1:${port}`, `127.0.0.1:${other}`] })
    const secret = { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Api-Key': 'k' }
    const headers = { ...secret, Accept: 'text/html' }
    const heard = async (path: string) =>
      JSON.parse((await fetch(`http://127.0.0.1:${port}${path}`, { headers })).body.toString())
    expect(await heard('/stay')).toMatchObject({ authorization: 'Bearer x', cookie: 'a=b', 'x-api-key': 'k' })
    const away = await heard('/leave')
    expect(away).toMatchObject({ accept: 'text/html', host: `127.0.0.1:${other}` })
    for (const name of Object.keys(secret)) expect(away).not.toHaveProperty(name.toLowerCase())
  })
})

describe('a server that means harm', () => {
  test.each([
    ['says how long it is', (max: number) => ({ 'content-length': String(max + 1) })],
    ['does not say', () => ({})],
  ])('sends too much and %s', async (_, headers) => {
    let sent = 0
    const { fetch, url } = await serve((_request, response) => {
      response.writeHead(200, headers(100_000_000))
      const chunk = Buffer.alloc(64 * 1024)
      const more = () => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += chunk.length
          if (!response.write(chunk)) return
        }
      }
      response.on('drain', more)
      more()
    })
    expect(await refusal(fetch(url, { maxBytes: 100_000 }))).toEqual({ code: 'fetch.too-large', kind: 'refused' })
    expect(sent).toBeLessThan(50_000_000)
  })

  test('sends a little that unpacks to much', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { fetch, url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(bomb.length).toBeLessThan(60_000)
    expect((await refusal(fetch(url, { maxBytes: 60_000 }))).code).toBe('fetch.too-large')
  })

  test('packs in a way nobody asked for, or breaks off', async () => {
    const { fetch, url } = await serve((request, response) => {
      if (request.url === '/odd') return void response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x')
      if (request.url === '/not') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain')
      response.writeHead(200, { 'content-length': '100' }).write('part', () => response.destroy())
    })
    expect((await refusal(fetch(`${url}/odd`))).code).toBe('fetch.unknown-packing')
    expect((await refusal(fetch(`${url}/not`))).code).toBe('fetch.unreachable')
    expect(await refusal(fetch(`${url}/part`))).toEqual({ code: 'fetch.unreachable', kind: 'broken' })
  })

  const slow = { code: 'fetch.too-slow', kind: 'broken' }
  test('drips its body for ever', async () => {
    let drip: NodeJS.Timeout | undefined
    const { fetch, url } = await serve((_, response) => {
      response.writeHead(200)
      drip = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(drip))
    })
    expect(await refusal(fetch(url, { timeoutMs: 150 }))).toEqual(slow)
  })

  test('never answers, drips its head, or redirects for ever, slowly', async () => {
    const { fetch, url } = await serve((request, response) => {
      if (request.url === '/round') setTimeout(() => response.writeHead(302, { location: '/round' }).end(), 30)
    })
    expect(await refusal(fetch(url, { timeoutMs: 100 }))).toEqual(slow)
    expect(await refusal(fetch(`${url}/round`, { timeoutMs: 100, maxRedirects: 1000 }))).toEqual(slow)
    const port = await listen(
      createTcpServer(socket => {
        const drip = setInterval(() => socket.write('H'), 5)
        socket.on('error', () => {}).on('close', () => clearInterval(drip))
      }),
    )
    const dripping = makeOutbound({ allow: [`127.0.0.1:${port}`] })
    const gone = await refusal(dripping.fetch(`http://127.0.0.1:${port}/`, { timeoutMs: 100 }))
    expect(gone.kind).toBe('broken')
  })

  test('is a name that never resolves', async () => {
    const never = makeOutbound({ resolve: () => new Promise(() => {}) })
    expect(await refusal(never.fetch('http://slow.example/', { timeoutMs: 50 }))).toEqual(slow)
  })
})

test('a server that is down may be tried again; a broken header may not', async () => {
  const { fetch, url } = await serve(() => {})
  expect((await refusal(fetch(url, { headers: { 'x-a': 'b\r\nx-c: d' } }))).code).toBe('fetch.bad-header')
  open.splice(0).forEach(server => void server.close())
  expect(await refusal(fetch(url))).toEqual({ code: 'fetch.unreachable', kind: 'broken' })
})
