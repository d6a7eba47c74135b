import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Connection } from './gate.ts'

/** One request of a chain of redirects. */
export interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

// Agents of our own that keep no connection: each one is made, and looked at, for its request.
const httpAgent = new HttpAgent({ keepAlive: false })
const httpsAgent = new HttpsAgent({ keepAlive: false })

export function exchange(hop: Hop, connection: Connection, signal: AbortSignal): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = open(hop, connection, signal)
  request.on('response', resolve)
  request.on('error', reject)
  request.on('upgrade', (_, socket) => {
    socket.destroy()
    reject(new Error('the server changed the protocol unasked'))
  })
  request.end(hop.body)
  return promise
}

function open({ url, method, headers }: Hop, connection: Connection, signal: AbortSignal): ClientRequest {
  const path = url.pathname + url.search
  const options = { ...connection, method, path, signal, headers: { ...headers, host: url.host } }
  return url.protocol === 'https:'
    ? httpsRequest({ ...options, agent: httpsAgent })
    : httpRequest({ ...options, agent: httpAgent })
}

export const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

export function nextHop(hop: Hop, status: number, url: URL): Hop {
  const kept = url.origin === hop.url.origin ? hop.headers : pick(hop.headers, harmless)
  const asGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST'
  if (!asGet) return { ...hop, url, headers: kept }
  return { url, method: 'GET', headers: omit(kept, ofBody), body: undefined }
}

// Whatever may be a credential stays with the server it was meant for: only these go to another.
const harmless = ['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent']
const ofBody = ['content-type']
// Of the connection: not for a caller to set.
const ours = 'host connection content-length transfer-encoding accept-encoding upgrade expect te trailer keep-alive'

export function ownHeaders(headers: Readonly<Record<string, string>>) {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]))
  return { 'user-agent': 'Rapport', ...omit(lower, ours.split(' ')), 'accept-encoding': 'gzip, br' }
}

const pick = (headers: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
const omit = (headers: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))
