import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { Refused } from '../../schema/refused.ts'
import { codeOf } from '../error-code.ts'
import { parseAllowed } from './address.ts'
import { readBody } from './body.ts'
import { makeGate } from './gate.ts'
import { exchange, type Hop, isRedirect, nextHop, ownHeaders } from './hop.ts'

export interface OutboundOptions {
  /** Addresses inside that may be reached all the same, as `127.0.0.1:8080` or `10.0.0.0/8`. */
  readonly allow?: readonly string[]
  readonly ports?: readonly number[]
  readonly resolve?: Resolve
}
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export interface FetchOptions {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly maxBytes?: number
  /** For everything together: names, redirects and the body. */
  readonly timeoutMs?: number
  readonly maxRedirects?: number
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Where the redirects ended. */
  readonly url: string
  readonly body: Buffer
}

export interface Outbound {
  /**
   * Asks a server outside. Refused of the kind `broken` may go better later (server down, too slow);
   * any other kind will not.
   */
  fetch(url: string, options?: FetchOptions): Promise<Reply>
}

const webPorts = [80, 443, 8080, 8443]

/** The one way out: what people give as an address must not lead to what only this server can reach. */
export function makeOutbound({ allow = [], ports = webPorts, resolve = everyAddress }: OutboundOptions = {}): Outbound {
  const gate = makeGate({ allowed: parseAllowed(allow), ports, resolve })
  return {
    async fetch(url, options = {}) {
      const { method = 'GET', headers = {}, body, maxBytes = 5_000_000, timeoutMs = 10_000, maxRedirects = 5 } = options
      const signal = AbortSignal.timeout(timeoutMs)
      const first: Hop = { url: gate.parse(url), method: method.toUpperCase(), headers: ownHeaders(headers), body }
      try {
        return await follow(first, maxRedirects)
      } catch (error) {
        throw inWords(error, signal, timeoutMs)
      }

      async function follow(hop: Hop, left: number): Promise<Reply> {
        const response = await exchange(hop, gate.connection(hop.url), signal)
        const { statusCode: status = 0, headers } = response
        if (!isRedirect(status) || headers.location === undefined || maxRedirects === 0)
          return { status, headers, url: hop.url.href, body: await bodyOf(response, hop.method) }
        response.destroy()
        if (left === 0) throw new Refused('fetch.too-many-redirects', { max: maxRedirects })
        return follow(nextHop(hop, status, gate.parse(headers.location, hop.url)), left - 1)
      }

      async function bodyOf(response: IncomingMessage, asked: string) {
        try {
          return await readBody(response, asked, maxBytes, signal)
        } finally {
          response.destroy()
        }
      }
    },
  }
}

const everyAddress: Resolve = host => systemLookup(host, { all: true })

function inWords(error: unknown, signal: AbortSignal, timeoutMs: number) {
  if (error instanceof Refused) return error
  if (signal.aborted) return new Refused('fetch.too-slow', { seconds: timeoutMs / 1000 }, { kind: 'broken' })
  const code = codeOf(error)
  if (/^ERR_(INVALID_(CHAR|HTTP_TOKEN)|HTTP_INVALID_HEADER)/.test(code)) return new Refused('fetch.bad-header')
  return new Refused('fetch.unreachable', { reason: code }, { kind: 'broken', cause: error })
}
