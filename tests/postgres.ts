// A PostgreSQL of its own for one run of the tests: in a temporary folder, without fsync, gone at the end.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export interface TestServer {
  /** Of the maintenance database, as a user who may create others. */
  readonly url: string
  stop(): Promise<void>
}

type Settings = Readonly<Record<string, string | number>>

/** The one named by DATABASE_URL_TEST, or a new one from the programs on this computer. */
export async function startPostgres(extra: Settings = {}): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST
  if (given) return { url: given, stop: async () => {} }
  const programs = findPrograms() ?? installPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'rapport-postgres-'))
  chmodSync(folder, 0o700)
  if (isRoot()) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  run(programs, 'initdb', ['-D', data, '-U', 'rapport', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const port = await freePort()
  const server = start(programs, data, port, extra)
  const url = `postgres://rapport@127.0.0.1:${port}/postgres`
  const kill = () => server.child.kill('SIGKILL')
  process.once('exit', kill)
  await reachable(url, server)
  return {
    url,
    async stop() {
      process.off('exit', kill)
      // SIGINT is its "fast" way to stop: it does not wait for clients.
      if (server.child.exitCode === null && server.child.kill('SIGINT')) await server.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map(version => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function installPrograms() {
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    execFileSync('apt-get', ['install', '-y', '-q', 'postgresql'], { stdio: 'ignore', env })
  }
  const programs = findPrograms()
  if (programs) return programs
  throw new Error(
    'These tests need PostgreSQL 15 or newer. Install it (Debian and Ubuntu: sudo apt-get install postgresql; ' +
      'macOS: brew install postgresql) or name a server whose user may create databases: ' +
      'DATABASE_URL_TEST=postgres://user:password@host/postgres',
  )
}

function run(programs: string, program: string, args: string[]) {
  const [command, all] = asOrdinaryUser(join(programs, program), args)
  execFileSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() })
}

function start(programs: string, data: string, port: number, extra: Settings) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 200,
    log_min_messages: 'fatal',
    ...extra,
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = asOrdinaryUser(join(programs, 'postgres'), ['-D', data, ...options])
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text).slice(-4000)
  })
  return { child, ended: once(child, 'exit'), said: () => said }
}

/** PostgreSQL refuses to run as root; setpriv becomes the program itself, so that signals reach it. */
const asOrdinaryUser = (program: string, args: string[]): [string, string[]] =>
  isRoot() ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]] : [program, args]

async function reachable(url: string, server: ReturnType<typeof start>) {
  const until = Date.now() + 30_000
  while (server.child.exitCode === null && Date.now() < until) {
    const client = new pg.Client({ connectionString: url })
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end()
    if (connected) return
    await new Promise(next => setTimeout(next, 50))
  }
  server.child.kill('SIGKILL')
  throw new Error(`PostgreSQL did not start: ${server.said()}`)
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

const isRoot = () => process.getuid?.() === 0
