import { isIP, type LookupFunction } from 'node:net'
import { Refused } from '../../schema/refused.ts'
import { type Allowed, isPublic } from './address.ts'
import type { Resolve } from './outbound.ts'

interface GateOptions {
  readonly allowed: Allowed
  readonly ports: readonly number[]
  readonly resolve: Resolve
}

export interface Gate {
  parse(address: string, base?: URL): URL
  connection(url: URL): Connection
}
/** How node:http connects: only to addresses that were looked at. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly lookup: LookupFunction
}

export const makeGate = ({ allowed, ports, resolve }: GateOptions): Gate => ({
  parse(address, base) {
    const url = URL.parse(address, base)
    if (!url) throw new Refused('fetch.not-an-address')
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refused('fetch.not-the-web')
    if (url.username || url.password) throw new Refused('fetch.password-in-address')
    return url
  },

  connection(url) {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
    const isOpen = (address: string) => allowed(address, port) || (isPublic(address) && ports.includes(port))
    const closed = () =>
      ports.includes(port) ? new Refused('fetch.closed-address', { host }) : new Refused('fetch.closed-port', { port })
    // node:http asks lookup only about names: an address in the URL is looked at here.
    if (isIP(host) && !isOpen(host)) throw closed()
    return { host, port, lookup }

    // One question, and the connection goes to the very answer that was looked at: an answer that
    // changes between a check and a connection finds no gap.
    function lookup(name: string, options: { all?: boolean }, answer: Parameters<LookupFunction>[2]) {
      resolve(name).then(
        found => {
          const open = found.filter(({ address }) => isOpen(address))
          const [first] = open
          if (!first) answer(closed(), [])
          else if (options.all) answer(null, open)
          else answer(null, first.address, first.family)
        },
        error => answer(error, []),
      )
    }
  },
})
