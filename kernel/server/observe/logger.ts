// A log is read by more people than the data it is about: only what is listed here is written.
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { LogLevel } from '../config.ts'
import { describeError } from './describe-error.ts'

/** Facts that may stand in a log: what was done by which machine, how long it took, ids. Never words of people. */
const facts = [
  'method',
  'route',
  'status',
  'duration_ms',
  'bytes',
  'count',
  'attempt',
  'request_id',
  'actor_id',
  'key_id',
  'object',
  'record_id',
  'action',
  'batch',
  'job',
  'job_id',
  'reader',
  'table',
  'code',
  'host',
  'port',
  'version',
  'database',
  'signal',
] as const
export type Fact = (typeof facts)[number]
export type Facts = Readonly<Partial<Record<Fact, string | number | boolean | null | undefined>>>

export type { Logger }

/** A line for each request, written one at a time, would cost more than many a request: half a second of them go together. */
const gathered = () => pino.destination({ sync: false, minLength: 8192, periodicFlush: 500 })

export function createLogger(
  { level }: { readonly level: LogLevel },
  destination: DestinationStream = gathered(),
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {
      level: label => ({ level: label }),
      log: onlyFacts,
    },
    serializers: { err: error => error },
    hooks: {
      logMethod(args, method) {
        method.apply(this, [factsOf(args[0]), eventOf(args)])
      },
    },
  }
  return guardChildren(pino(options, destination))
}

// pino leaves the formatters out where a child is made: what a child is given is sifted here.
function guardChildren(logger: Logger) {
  const child = logger.child
  logger.child = function (this: Logger, given: object) {
    return child.call(this, onlyFacts(given))
  } as typeof child
  return logger
}

function factsOf(given: unknown): object {
  if (given instanceof Error) return { err: given }
  return typeof given === 'object' && given !== null ? given : {}
}

function onlyFacts(given: object) {
  const entries: [string, unknown][] = Object.entries(given)
  const err = entries.find(([name]) => name === 'err' || name === 'error')?.[1]
  const listed = entries.filter(([name, value]) => isFact(name) && isPlain(value))
  return { ...Object.fromEntries(listed), ...(err === undefined ? {} : { err: describeError(err) }) }
}

const known = new Set<string>(facts)
const isFact = (name: string) => known.has(name)

/** Numbers, ids, codes and patterns of routes; no spaces, no @, no query: nothing that anyone wrote. */
const isPlain = (value: unknown) =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && /^[\w./:{}*+-]{1,200}$/.test(value))

/** What happened is a fixed phrase: anything pieced together from data is not written. */
function eventOf(args: readonly unknown[]) {
  const text = args.find(arg => typeof arg === 'string') ?? ''
  return /^[A-Za-z][A-Za-z ,.:'()-]{0,120}$/.test(text) ? text : 'event without a fixed name'
}
