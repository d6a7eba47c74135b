import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError, configHelp, localUrl, readConfig, variables } from './config.ts'
import { keptKey } from './secrets/kept-key.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = 'Zm9v-0123456789-abcdefghijklmnop'
const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig({ DATA_DIR: folder, SECRET_KEY: key, ...env })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('configuration', () => {
  test('is complete without any variable but the folder', () => {
    const config = readConfig({ DATA_DIR: folder })
    expect(config).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      trustedProxies: null,
      dataDir: folder,
      databaseUrl: null,
      filesUrl: null,
      mailUrl: null,
      ratesUrl: null,
      secretKey: readFileSync(join(folder, 'secret.key'), 'utf8').trim(),
      logLevel: 'info',
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('takes what is set, and nothing for what is empty', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      DATA_DIR: folder,
      PUBLIC_URL: 'https://crm.example.org/',
      DATABASE_URL: 'postgres://a:b@db/c',
      MAIL_URL: '',
      SECRET_KEY: key,
      LOG_LEVEL: 'WARN',
    })
    expect(config).toMatchObject({ port: 0, publicUrl: 'https://crm.example.org', mailUrl: null, logLevel: 'warn' })
    expect(config.databaseUrl).toBe('postgres://a:b@db/c')
    expect(config.secretKey).toBe(key)
    expect(readdirSync(folder)).toEqual([])
  })

  test('names everything that is wrong at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      HOST: 'a b',
      PUBLIC_URL: 'https://crm.example.org/path',
      TRUSTED_PROXIES: 'nginx',
      DATABASE_URL: 'mysql://x',
      FILES_URL: 's3://bucket',
      MAIL_URL: 'smtp:',
      SECRET_KEY: 'short',
      LOG_LEVEL: 'loud',
      RATES_URL: 'ecb',
    })
    expect(problems.map(problem => problem.split(' ')[0])).toEqual(
      expect.arrayContaining(Object.keys(variables).filter(name => name !== 'DATA_DIR')),
    )
    expect(problems).toContain('PORT is "70000": give a whole number from 0 to 65535')
    expect(problems).toContain('PUBLIC_URL has more than a host and a port: give https://crm.example.org')
  })

  test.each([
    ['DATABASE_URL', 'hunter2-postgres//x'],
    ['MAIL_URL', 'http://u:hunter2@host'],
    ['FILES_URL', 's3://hunter2'],
    ['SECRET_KEY', 'hunter2'],
  ])('keeps the value of %s to itself', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems.join()).not.toContain('hunter2')
  })

  test.each(['-1', '1.5', '0x50', '80 80', '1e3'])('refuses the port %s', port => {
    expect(problemsOf({ PORT: port })).toHaveLength(1)
  })

  test('wants a path of this computer for files', () => {
    expect(problemsOf({ FILES_URL: 'file://server/share' })).toEqual([expect.stringContaining('file:///path')])
    expect(problemsOf({ FILES_URL: 'file:///srv/files' })).toEqual([])
  })

  test('refuses a key that is long but simple', () => {
    expect(problemsOf({ SECRET_KEY: 'a'.repeat(40) })).toEqual([expect.stringContaining('too simple')])
  })

  test('makes no key where something is wrong', () => {
    expect(() => readConfig({ DATA_DIR: folder, PORT: 'x' })).toThrow(ConfigError)
    expect(readdirSync(folder)).toEqual([])
  })

  test('help names every variable with its meaning', () => {
    const help = configHelp()
    for (const [name, { meaning }] of Object.entries(variables)) expect(help).toContain(`${name.padEnd(14)}${meaning}`)
    expect(help).toContain('(default: 3000)')
    expect(help).toContain('(without it: made from HOST and PORT)')
  })

  test.each([
    ['0.0.0.0', 80, 'http://localhost'],
    ['::', 3000, 'http://localhost:3000'],
    ['::1', 3000, 'http://[::1]:3000'],
    ['crm', 443, 'http://crm:443'],
  ])('the local address of %s port %i is %s', (host, port, url) => {
    expect(localUrl(host, port)).toBe(url)
  })
})

describe('the kept key', () => {
  test('is made once, for its owner only, and leaves nothing else', () => {
    const inside = join(folder, 'new', 'data')
    const first = keptKey(inside)
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(keptKey(inside)).toBe(first)
    expect(statSync(join(inside, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(statSync(inside).mode & 0o777).toBe(0o700)
    expect(readdirSync(inside)).toEqual(['secret.key'])
  })

  test('is one, though several processes begin at once', async () => {
    const program = `import { keptKey } from ${JSON.stringify(import.meta.resolve('./secrets/kept-key.ts'))}
      process.stdout.write(keptKey(${JSON.stringify(folder)}))`
    const run = promisify(execFile)
    const started = Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', program]))
    const keys = (await Promise.all(started)).map(({ stdout }) => stdout)
    expect(keys).toEqual(Array.from({ length: 4 }, () => keptKey(folder)))
    expect(readdirSync(folder)).toEqual(['secret.key'])
  })

  test('of another process that was first is taken, not replaced', () => {
    const other = 'x'.repeat(43)
    const path = join(folder, 'secret.key')
    const first = keptKey(folder)
    writeFileSync(path, other)
    chmodSync(path, 0o400)
    expect(keptKey(folder)).toBe(other)
    expect(first).not.toBe(other)
  })

  test('that is damaged is said so, never replaced', () => {
    const path = join(folder, 'secret.key')
    writeFileSync(path, '')
    expect(() => readConfig({ DATA_DIR: folder })).toThrow(/secret.key is damaged: restore it/)
    expect(readFileSync(path, 'utf8')).toBe('')
  })
})

test('proxies are addresses, networks and known ranges', () => {
  const read = (text: string) => readConfig({ DATA_DIR: folder, SECRET_KEY: key, TRUSTED_PROXIES: text }).trustedProxies
  expect(read('10.0.0.1, 172.16.0.0/12,loopback, fd00::/8')).toEqual([
    '10.0.0.1',
    '172.16.0.0/12',
    'loopback',
    'fd00::/8',
  ])
  for (const wrong of ['true', '*', '10.0.0.1/33', '10.0.0', 'proxy.example', '10.0.0.1,,'])
    expect(problemsOf({ TRUSTED_PROXIES: wrong }), wrong).toEqual([expect.stringContaining('TRUSTED_PROXIES has "')])
})
