import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { storeSchemes } from './files/open-store.ts'
import { keptKey } from './secrets/kept-key.ts'

export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map(problem => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

interface Variable<V> {
  readonly meaning: string
  /** Taken when the variable is missing or empty. */
  readonly default?: string
  /** What happens without it, where no text stands for that. */
  readonly without?: string
  /** Answers with the value, or throws a sentence (Wrong) that says what to give instead. */
  readonly check: (text: string) => V
}

class Wrong extends Error {}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof levels)[number]

/** Every variable of the environment that Rapport reads: the documentation and --help are printed from here. */
export const variables = {
  PORT: { meaning: 'Port to listen on; 0 takes any free one', default: '3000', check: port },
  HOST: {
    meaning: 'Address to listen on; 0.0.0.0 is every one of this computer',
    default: '127.0.0.1',
    check: host,
  },
  PUBLIC_URL: {
    meaning: 'Address under which people open Rapport, as it stands in mails and links',
    without: 'made from HOST and PORT',
    check: publicUrl,
  },
  TRUSTED_PROXIES: {
    meaning: "Proxies in front, whose word on a visitor's address is believed: 10.0.0.1, 172.16.0.0/12, loopback",
    without: 'no proxy is believed; behind one, all visitors have its address',
    check: proxies,
  },
  DATA_DIR: { meaning: 'Folder for everything kept on disk', default: './data', check: text => resolve(text) },
  DATABASE_URL: {
    meaning: 'PostgreSQL to use: postgres://user:password@host:5432/name',
    without: 'the embedded database in DATA_DIR',
    check: address('postgres:', 'postgresql:'),
  },
  FILES_URL: {
    meaning: 'Where files are kept: file:///path',
    without: 'the folder files in DATA_DIR',
    check: address(...storeSchemes),
  },
  MAIL_URL: {
    meaning: 'Server that sends mail: smtp://user:password@host:587 or smtps://…',
    without: 'mail is not sent but kept in an outbox that you read in the browser',
    check: address('smtp:', 'smtps:'),
  },
  RATES_URL: {
    meaning:
      'Daily feed of exchange rates in the format of the European Central Bank: https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
    without: 'rates are entered by hand',
    check: address('http:', 'https:'),
  },
  SECRET_KEY: {
    meaning: 'Key that encrypts secrets and signs links; the same for every server of one database',
    without: 'made once and kept in DATA_DIR/secret.key',
    check: secretKey,
  },
  LOG_LEVEL: { meaning: `How much is logged: ${levels.join(', ')}`, default: 'info', check: level },
} as const satisfies Record<string, Variable<unknown>>

type Name = keyof typeof variables
type Camel<S extends string> = S extends `${infer A}_${infer B}`
  ? `${Lowercase<A>}${Capitalize<Camel<B>>}`
  : Lowercase<S>
type Read<N extends Name> = ReturnType<(typeof variables)[N]['check']>
type Absent = 'TRUSTED_PROXIES' | 'DATABASE_URL' | 'FILES_URL' | 'MAIL_URL' | 'RATES_URL'
export type Config = { readonly [N in Name as Camel<N>]: N extends Absent ? Read<N> | null : Read<N> }

export type Environment = Readonly<Record<string, string | undefined>>

/** The configuration, checked as a whole: one ConfigError names everything that is wrong. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = <N extends Name>(name: N) => readVariable(name, env, problems) as Read<N> | undefined
  const values = {
    port: read('PORT') ?? 0,
    host: read('HOST') ?? '',
    trustedProxies: read('TRUSTED_PROXIES') ?? null,
    dataDir: read('DATA_DIR') ?? '',
    databaseUrl: read('DATABASE_URL') ?? null,
    filesUrl: read('FILES_URL') ?? null,
    mailUrl: read('MAIL_URL') ?? null,
    ratesUrl: read('RATES_URL') ?? null,
    logLevel: read('LOG_LEVEL') ?? 'info',
  }
  const url = read('PUBLIC_URL')
  const key = read('SECRET_KEY')
  if (problems.length) throw new ConfigError(problems)
  return Object.freeze({
    ...values,
    publicUrl: url ?? localUrl(values.host, values.port),
    secretKey: key ?? keyOnDisk(values.dataDir),
  })
}

/** What PUBLIC_URL is when nobody says it. */
export function localUrl(host: string, port: number) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}

/** The variables as text, for --help. */
export function configHelp() {
  const rows: [string, Variable<unknown>][] = Object.entries(variables)
  return rows
    .map(([name, { meaning, without, ...variable }]) => {
      const otherwise = variable.default === undefined ? `without it: ${without}` : `default: ${variable.default}`
      return `${name.padEnd(14)}${meaning}\n${' '.repeat(14)}(${otherwise})`
    })
    .join('\n')
}

function readVariable(name: Name, env: Environment, problems: string[]) {
  const variable: Variable<unknown> = variables[name]
  const text = env[name]?.trim() || variable.default
  if (text === undefined) return undefined
  try {
    return variable.check(text)
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    problems.push(`${name} ${error.message}`)
    return undefined
  }
}

function keyOnDisk(dataDir: string) {
  try {
    return keptKey(dataDir)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`SECRET_KEY is not set and could not be kept in DATA_DIR: ${reason}`])
  }
}

function port(text: string) {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Wrong(`is "${text}": give a whole number from 0 to 65535`)
  return Number(text)
}

function host(text: string) {
  if (!/^[\w.:-]+$/.test(text))
    throw new Wrong(`is "${text}": give an address or a name without port, such as 127.0.0.1 or 0.0.0.0`)
  return text
}

/** Names of ranges that proxies usually stand in. */
const ranges = ['loopback', 'linklocal', 'uniquelocal']

function proxies(text: string): readonly string[] {
  const given = text.split(',').map(part => part.trim())
  const wrong = given.find(part => !ranges.includes(part) && !isNetwork(part))
  if (wrong === undefined) return given
  throw new Wrong(`has "${wrong}": give addresses or networks, with commas between, or one of ${ranges.join(', ')}`)
}

function isNetwork(text: string) {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

// What these hold may be a password, so the sentence never repeats it.
function address(...schemes: readonly string[]) {
  const wanted = schemes.map(scheme => `${scheme}//`).join(' or ')
  return (text: string) => {
    const url = URL.parse(text)
    if (!url || !schemes.includes(url.protocol)) throw new Wrong(`is not an address that can be used: give ${wanted}…`)
    if (url.protocol === 'file:' && url.hostname) throw new Wrong('names a host: give file:///path, with three strokes')
    if (url.protocol !== 'file:' && !url.hostname) throw new Wrong(`names no host: give ${wanted}host`)
    return text
  }
}

function publicUrl(text: string) {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new Wrong('is not an address of the web: give one such as https://crm.example.org')
  if (url.username || url.pathname !== '/' || url.search || url.hash)
    throw new Wrong(`has more than a host and a port: give ${url.origin}`)
  return url.origin
}

function secretKey(text: string) {
  if (text.length < 32) throw new Wrong('is too short: give at least 32 random characters (openssl rand -base64 32)')
  if (new Set(text).size < 8) throw new Wrong('is too simple: give random characters (openssl rand -base64 32)')
  return text
}

function level(text: string): LogLevel {
  const found = levels.find(name => name === text.toLowerCase())
  if (!found) throw new Wrong(`is "${text}": give one of ${levels.join(', ')}`)
  return found
}
