// Runs every example of docs/api/README.md, in the order in which it is read, with a real key.

import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { chartEndpoints } from '../charts/endpoints.ts'
import { buildServer } from '../http/server.ts'
import { identity, issueKeyFor, setUp } from '../identity/identity.ts'
import type { Kernel } from '../kernel.ts'
import { recordEndpoints } from '../records/endpoints.ts'
import { collectWords } from '../words/words.ts'
import { describe } from './describe.ts'

const text = readFileSync(new URL('../../../docs/api/README.md', import.meta.url), 'utf8')
const company = {
  company_name: 'Atelier',
  currency: 'EUR',
  language: 'en',
  country: 'FR',
  time_zone: 'Europe/Paris',
} as const

let kernel: Kernel
let server: FastifyInstance
const variables = new Map([['URL', '']])
beforeAll(async () => {
  kernel = await testKernel()
  const words = collectWords(parts.words)
  const { endpoints, authenticate } = identity(kernel, { publicUrl: 'http://rapport.test' })
  const all = [...endpoints, ...recordEndpoints([]), ...chartEndpoints(words)]
  const own = describe({ words, endpoints: all }).endpoints
  server = await buildServer({
    kernel,
    words,
    endpoints: [...all, ...own],
    authenticate,
    origins: [],
    publicUrl: 'http://rapport.test',
  })
  await setUp(kernel, { name: 'Olga', email: 'olga@example.com', password: 'wide meadows 7', ...company })
  const { key } = await issueKeyFor(kernel, 'olga@example.com', { name: 'script', scopes: ['*:*'], expires_at: null })
  variables.set('KEY', key)
})
afterAll(async () => {
  await server.close()
  await kernel.close()
  await kernel.database.close()
})

const blocks = [...text.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', info = '', code = '']) => ({ language, info, code }),
)

test('every example does what the page says', async () => {
  let answer: unknown
  let commands = 0
  for (const { language, info, code } of blocks) {
    if (language === 'sh') {
      commands++
      answer = await run(code, info)
    } else if (info === 'answer') expect(answer, code).toMatchObject(JSON.parse(code))
    else await filter(info, JSON.parse(code))
  }
  expect(commands).toBe([...text.matchAll(/^curl /gm)].length)
})

test('the table of operators is that of the types', async () => {
  const reply = await server.inject({ method: 'GET', url: '/api/openapi.json' })
  const { components } = reply.json()
  const rows = [...text.matchAll(/^\| ([^|]+?) +\| ((?:`\w+` *)+)\|$/gm)].map(
    ([, types = '', operators = '']) => [types, [...operators.matchAll(/\w+/g)].map(String)] as const,
  )
  const operatorsOf = (type: string) => {
    const schema = components.schemas[`${type}Condition`]
    return Object.keys((schema.anyOf?.[1] ?? schema).properties)
  }
  const names: Readonly<Record<string, string>> = {
    text: 'Text',
    number: 'Number',
    money: 'Money',
    moment: 'Moment',
    date: 'Date',
    file: 'File',
    link: 'Ref',
    tags: 'Tags',
  }
  for (const [types, operators] of rows)
    for (const word of types.split(', ')) if (names[word]) expect(operatorsOf(names[word]), word).toEqual(operators)
  expect(rows.length).toBe(10)
})

async function filter(plural: string, where: unknown) {
  const headers = { authorization: `Bearer ${variables.get('KEY')}` }
  const reply = await server.inject({ method: 'POST', url: `/api/${plural}/query`, headers, payload: { where } })
  expect([reply.statusCode, where, reply.json().fields]).toEqual([200, where, undefined])
}

/** `200 NAME=path`: the status that is expected, and what of the answer later examples use. */
async function run(command: string, info: string): Promise<unknown> {
  const [status, ...kept] = info.split(' ')
  const { method, url, headers, body } = readCurl(shellWords(command))
  const reply = await server.inject({
    method: method as 'GET',
    url,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  })
  expect([command, reply.statusCode, String(reply.statusCode) === status ? '' : reply.payload]).toEqual([
    command,
    Number(status),
    '',
  ])
  for (const each of kept) {
    const [name = '', path = ''] = each.split('=')
    const value = path.startsWith('header:') ? reply.headers[path.slice(7)] : reply.json()[path]
    expect(value, each).toEqual(expect.any(String))
    variables.set(name, String(value))
  }
  return reply.json()
}

/** Words as a shell makes them of quotes, `$names` and lines that go on. */
function shellWords(command: string): string[] {
  const word = /(?:'[^']*'|"[^"]*"|\\\n|[^\s'"\\])+/g
  return [...command.replaceAll('\\\n', ' ').matchAll(word)].map(([whole]) =>
    whole.replace(
      /'([^']*)'|"([^"]*)"|([^'"]+)/g,
      (_, single?: string, double?: string, bare?: string) => single ?? filled(double ?? bare ?? ''),
    ),
  )
}

const filled = (part: string) =>
  part.replace(/\$(\w+)/g, (_, name: string) => {
    const value = variables.get(name)
    if (value === undefined) throw new Error(`$${name} has no value yet.`)
    return value
  })

function readCurl([program, ...words]: readonly string[]) {
  expect(program).toBe('curl')
  const valuesOf = (flag: string) => words.flatMap((each, at) => (each === flag ? [words[at + 1] ?? ''] : []))
  const url = words.find(each => each.startsWith('/')) ?? ''
  const query = valuesOf('--data-urlencode').map(pair =>
    pair.replace(/=(.*)$/s, (_, value: string) => `=${encodeURIComponent(value)}`),
  )
  const [body] = valuesOf('-d')
  return {
    method: valuesOf('-X')[0] ?? 'GET',
    url: query.length ? `${url}?${query.join('&')}` : url,
    headers: Object.fromEntries(valuesOf('-H').map(header => header.split(/: (.*)/s).slice(0, 2))),
    body,
  }
}
